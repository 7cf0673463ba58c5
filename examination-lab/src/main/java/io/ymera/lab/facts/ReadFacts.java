package io.ymera.lab.facts;

import io.ymera.lab.json.Json;
import io.ymera.lab.source.JavaParser;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what Java files consist of, a line of JSON for each type, method and constructor.
 *
 * <pre>java -p LAB -m io.ymera.lab/io.ymera.lab.facts.ReadFacts FOLDER &lt; PATHS.json &gt; FACTS</pre>
 *
 * PATHS is a list of paths relative to the folder. A line {@code {"note": ...}} names a file that can't be read; the last line is
 * {@code {"files": n}}. Each file is parsed alone, so that none spoils another.
 */
public final class ReadFacts {

    private static final int MAX_UNITS = 20_000;

    private final JavaParser parser = new JavaParser();
    private final Path folder;
    private final PrintStream out;

    private ReadFacts(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Reads the paths and tells of them. */
    public static void main(String[] args) throws Exception {
        Object paths = Json.read(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.US_ASCII)) {
            ReadFacts reader = new ReadFacts(Path.of(args[0]), out);
            JavaParser.run("facts", () -> reader.readAll((List<?>) paths));
        }
    }

    private void readAll(@Nullable List<?> paths) {
        int files = 0;
        for (Object path : paths == null ? List.of() : paths) {
            read(String.valueOf(path));
            files++;
        }
        out.println(Json.write(Map.of("files", files)));
        out.flush();
    }

    private void read(String path) {
        // Told only when all of the file has been read
        List<Map<String, @Nullable Object>> units = new ArrayList<>();
        try {
            JavaParser.Parsed parsed = parser.parse(folder.resolve(path));
            new Units(path, parsed.tree(), parsed.docs(), units::add).scan(parsed.tree(), Units.Scope.FILE);
            if (units.size() > MAX_UNITS) {
                note(path + " has " + units.size() + " types and functions, of which the first " + MAX_UNITS
                        + " are told of");
            }
            units.stream().limit(MAX_UNITS).forEach(unit -> out.println(Json.write(unit)));
        } catch (JavaParser.Unparsed e) {
            note(path + " " + e.getMessage());
        } catch (StackOverflowError e) {
            note(path + " is nested too deep to be parsed");
        } catch (RuntimeException | AssertionError e) {
            note(path + " can't be parsed: " + e);
        }
    }

    private void note(String text) {
        out.println(Json.write(Map.of("note", text.length() > 500 ? text.substring(0, 500) : text)));
    }
}
