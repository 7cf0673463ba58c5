package io.ymera.lab.facts;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.ymera.lab.json.Json;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
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

    /** For code whose brackets are nested thousands deep. */
    private static final long STACK = 512L << 20;

    private static final long MAX_FILE = 8L << 20;
    private static final int MAX_UNITS = 20_000;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
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
            Thread thread = new Thread(null, () -> reader.readAll((List<?>) paths), "facts", STACK);
            thread.start();
            thread.join();
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
            Path file = folder.resolve(path);
            if (Files.size(file) > MAX_FILE) {
                note(path + " is longer than " + (MAX_FILE >> 20) + " MiB and was not read");
                return;
            }
            parse(path, Files.readString(file), units);
            if (units.size() > MAX_UNITS) {
                note(path + " has " + units.size() + " types and functions, of which the first " + MAX_UNITS
                        + " are told of");
            }
            units.stream().limit(MAX_UNITS).forEach(unit -> out.println(Json.write(unit)));
        } catch (StackOverflowError e) {
            note(path + " is nested too deep to be parsed");
        } catch (IOException | UncheckedIOException e) {
            note(path + " can't be read: " + e);
        } catch (RuntimeException | AssertionError e) {
            note(path + " can't be parsed: " + e);
        }
    }

    private void parse(String path, String text, List<Map<String, @Nullable Object>> units) throws IOException {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavacTask task = (JavacTask)
                compiler.getTask(null, null, problems, List.of("-proc:none"), null, List.of(new Source(text)));
        DocTrees docs = DocTrees.instance(task);
        for (CompilationUnitTree file : task.parse()) {
            for (Diagnostic<?> problem : problems.getDiagnostics()) {
                if (problem.getKind() == Diagnostic.Kind.ERROR) {
                    note(path + " can't be parsed: line " + problem.getLineNumber() + ": "
                            + problem.getMessage(Locale.ROOT));
                    return;
                }
            }
            new Units(path, file, docs, units::add).scan(file, Units.Scope.FILE);
        }
    }

    private void note(String text) {
        out.println(Json.write(Map.of("note", text.length() > 500 ? text.substring(0, 500) : text)));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
