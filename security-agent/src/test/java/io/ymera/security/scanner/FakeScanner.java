package io.ymera.security.scanner;

import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.ToolsConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * A program that stands where our scanner does and says what a test wants it to: it is no scanner. {@code @JOB@} in its answer becomes the
 * job that it was given, as the content of a JSON string.
 */
public final class FakeScanner {

    private FakeScanner() {}

    /** Ends well after these lines. */
    public static ToolsConfig saying(String lines, Path home) throws IOException {
        return made(lines, "", home);
    }

    /** Says these lines, and then does {@code statement}. */
    public static ToolsConfig doing(String lines, String statement, Path home) throws IOException {
        return made(lines, statement, home);
    }

    /** Tools at a place. */
    public static ToolsConfig at(Path home) {
        LookedFor tools = new LookedFor();
        return new LookedFor(
                Optional.of(home),
                tools.python(),
                tools.javaHome(),
                tools.node(),
                tools.nodeModules(),
                tools.mavenRepository(),
                tools.mavenHome());
    }

    private static ToolsConfig made(String lines, String statement, Path home) throws IOException {
        Path sources = Files.createDirectories(home.resolve("fake"));
        Path source = sources.resolve("Main.java");
        try (var template = FakeScanner.class.getResourceAsStream("/fake/Main.java.txt")) {
            String text = new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(source, text.replace("/* then */", statement));
        }
        Path classes = Files.createDirectories(sources.resolve("classes"));
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        if (status != 0) {
            throw new IllegalArgumentException("The fake can't be compiled");
        }
        Path folder = Files.createDirectories(home.resolve(ScannerProgram.TOOL));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("fake.jar")))) {
            jar.putNextEntry(new JarEntry("io/ymera/scanner/Main.class"));
            jar.write(Files.readAllBytes(classes.resolve("io/ymera/scanner/Main.class")));
            jar.putNextEntry(new JarEntry("answer"));
            jar.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return at(home);
    }
}
