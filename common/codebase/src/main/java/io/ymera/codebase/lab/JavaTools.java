package io.ymera.codebase.lab;

import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java programs that come with this agent, a folder of jars each, and the JDK that runs them. Thread-safe. */
@Singleton
public class JavaTools {

    private final ToolsConfig config;

    /** Those of a configuration. */
    public JavaTools(ToolsConfig config) {
        this.config = config;
    }

    /** The JDK: the configured one, this agent's own, or the one on the path. */
    public Optional<Path> jdk() {
        Stream<Path> homes = Stream.of(
                        config.javaHome(),
                        Optional.ofNullable(System.getProperty("java.home")).map(Path::of),
                        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of))
                .flatMap(Optional::stream);
        Stream<Path> onPath = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "javac"))
                .flatMap(JavaTools::home);
        return Stream.concat(homes, onPath)
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                .findFirst();
    }

    /** A tool, if it and a JDK are there. */
    public Optional<JavaTool> find(String name) {
        return jdk().flatMap(jdk -> config.home()
                .map(home -> home.resolve(name))
                .filter(Files::isDirectory)
                .map(folder -> new JavaTool(jdk, folder)));
    }

    /** Says that a tool is not there. */
    public MissingTool missing(String name, String neededFor) {
        return jdk().isEmpty()
                ? new MissingTool("JDK", neededFor, "install a JDK 21 or newer and name it by TEST_JAVA_HOME")
                : new MissingTool(name, neededFor, "set TOOLS_HOME to the folder of tools that comes with this agent");
    }

    private static Stream<Path> home(Path javac) {
        try {
            return Files.isExecutable(javac)
                    ? Stream.of(javac.toRealPath().resolve("../..").normalize())
                    : Stream.empty();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /**
     * A folder of jars and the JDK that runs it.
     *
     * @param jdk the JDK's home
     * @param folder the jars
     */
    public record JavaTool(Path jdk, Path folder) {

        /** Starts fast, and does not take the memory of all processors of the machine. */
        private static final List<String> OPTIONS =
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true");

        /** What starts one of its programs, before the program's own arguments. */
        public List<String> argv(String mainClass) {
            List<String> argv = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
            argv.addAll(OPTIONS);
            argv.addAll(List.of("-cp", classPath(), mainClass));
            return argv;
        }

        /** Its jars, as {@code java -cp} takes them, in the order of their names. */
        public String classPath() {
            try (Stream<Path> jars = Files.list(folder)) {
                return jars.filter(jar -> jar.toString().endsWith(".jar"))
                        .sorted()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What its process reads. */
        public List<Path> readOnly() {
            return List.of(jdk, folder);
        }
    }
}
