package io.ymera.lab.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses files, each alone, so that none spoils another. Deep nesting needs a thread with a large stack ({@link #run}). */
public final class JavaParser {

    /** For code whose brackets are nested thousands deep. */
    private static final long STACK = 512L << 20;

    private static final long MAX_FILE = 8L << 20;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<String> options;

    /** With these options of javac. */
    public JavaParser(String... options) {
        this.options =
                Stream.concat(Stream.of("-proc:none"), Stream.of(options)).toList();
    }

    /**
     * A file's syntax.
     *
     * @param tree of the file
     * @param docs for its positions and comments
     */
    public record Parsed(CompilationUnitTree tree, DocTrees docs) {}

    /** A file has no syntax; the message says why, without the file's name. */
    public static final class Unparsed extends Exception {
        private static final long serialVersionUID = 1;

        Unparsed(String message) {
            super(message);
        }
    }

    /** Runs what parses, and waits for its end. */
    public static void run(String name, Runnable parsing) throws InterruptedException {
        Thread thread = new Thread(null, parsing, name, STACK);
        thread.start();
        thread.join();
    }

    /** Parses a file; whatever a parser may do of what it parses is an {@link Unparsed}. */
    public Parsed parse(Path file) throws Unparsed {
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new Unparsed("is longer than " + (MAX_FILE >> 20) + " MiB and was not read");
            }
            return parse(Files.readString(file));
        } catch (StackOverflowError e) {
            throw new Unparsed("is nested too deep to be parsed");
        } catch (IOException e) {
            throw new Unparsed("can't be read: " + e);
        } catch (RuntimeException | AssertionError e) {
            throw new Unparsed("can't be parsed: " + e);
        }
    }

    private Parsed parse(String text) throws IOException, Unparsed {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) compiler.getTask(null, null, problems, options, null, List.of(new Source(text)));
        DocTrees docs = DocTrees.instance(task);
        CompilationUnitTree tree = task.parse().iterator().next();
        for (Diagnostic<?> problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                throw new Unparsed(
                        "can't be parsed: line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT));
            }
        }
        return new Parsed(tree, docs);
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
