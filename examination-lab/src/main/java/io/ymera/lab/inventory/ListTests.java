package io.ymera.lab.inventory;

import io.ymera.lab.json.Json;
import io.ymera.lab.source.JavaParser;
import io.ymera.lab.source.JavaParser.Parsed;
import io.ymera.lab.source.JavaParser.Unparsed;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tests Java files declare, a line of JSON for each.
 *
 * <pre>java -p LAB -m io.ymera.lab/io.ymera.lab.inventory.ListTests FOLDER &lt; JOB.json &gt; TESTS</pre>
 *
 * JOB has {@code sources}, paths relative to the folder of all that may say what a test inherits, and {@code modules}
 * ({@link Module}), whose tests are told. A line {@code {"unread": ...}} names one of them that can't be read; the last line is {@code {"files": n}}.
 */
public final class ListTests {

    /** As new as it may be, or as old: what is a keyword now may have been a name. */
    private final List<JavaParser> parsers = List.of(
            new JavaParser(
                    "--enable-preview",
                    "--source",
                    String.valueOf(Runtime.version().feature())),
            new JavaParser("--source", "8"));

    private final Path folder;
    private final PrintStream out;
    private final ProjectTypes types = new ProjectTypes();

    private ListTests(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Reads the sources and tells of the tests. */
    public static void main(String[] args) throws Exception {
        Map<?, ?> job = (Map<?, ?>) Json.read(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        if (job == null) {
            throw new IllegalArgumentException("The job is null");
        }
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.US_ASCII)) {
            ListTests lister = new ListTests(Path.of(args[0]), out);
            JavaParser.run("tests", () -> lister.list(texts(job.get("sources")), Module.all(job.get("modules"))));
        }
    }

    private void list(List<String> sources, List<Module> modules) {
        Map<String, Module> wanted = new HashMap<>();
        modules.forEach(module -> module.tests().forEach(path -> wanted.put(path, module)));
        for (String path : sources) {
            try {
                TypeReader.read(path, parsed(folder.resolve(path)), types::add);
            } catch (Unparsed e) {
                if (wanted.containsKey(path)) {
                    out.println(Json.write(Map.of("unread", path + " " + e.getMessage())));
                }
            }
        }
        DeclaredTests declared = new DeclaredTests(types);
        for (SourceType type : types.all()) {
            Module module = wanted.get(type.path());
            if (module != null) {
                declared.of(type)
                        .forEach(test -> out.println(
                                Json.write(module.explained(test, type).told())));
            }
        }
        out.println(Json.write(Map.of("files", sources.size())));
        out.flush();
    }

    private Parsed parsed(Path file) throws Unparsed {
        try {
            return parsers.getFirst().parse(file);
        } catch (Unparsed newest) {
            try {
                return parsers.getLast().parse(file);
            } catch (Unparsed oldest) {
                throw newest;
            }
        }
    }

    static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).collect(Collectors.toList())
                : List.of();
    }
}
