package io.ymera.examination.jvm;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.sandbox.Limits;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What Java projects are built and run with: a JDK and the tools that come with this agent. Thread-safe. */
@Singleton
class JavaPrograms {

    static final String LAB = "lab";
    static final String JUNIT = "junit";
    static final String JACOCO = "jacoco";

    private static final long MIB = 1L << 20;

    private final JavaTools tools;

    JavaPrograms(JavaTools tools) {
        this.tools = tools;
    }

    JavaTools tools() {
        return tools;
    }

    /**
     * A tool.
     *
     * @throws TaskFailedException permanent, if it or the JDK is not there, saying what to do
     */
    JavaTool require(String name, String neededFor) throws TaskFailedException {
        return tools.find(name).orElseThrow(() -> {
            var missing = tools.missing(name, neededFor);
            return TaskFailedException.permanent(
                    missing.tool().toLowerCase(Locale.ROOT) + "_not_found",
                    missing.tool() + " is not on the agent's machine, but needed for " + neededFor + ": "
                            + missing.howToGet());
        });
    }

    /** A tool that was there when the plan was made. */
    JavaTool known(String name) {
        return tools.find(name).orElseThrow(() -> new IllegalStateException("The tool " + name + " has gone"));
    }

    /** The jars of a tool, in the order of their names. */
    static List<Path> jars(JavaTool tool) {
        try (Stream<Path> files = Files.list(tool.folder())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDK's version, for people, from the file that every JDK has; empty if it does not say. */
    static String version(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
                    .findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** The first number of the JDK's version; 0 if it does not say. */
    static int release(Path jdk) {
        String first = version(jdk).replaceFirst("[^0-9].*", "");
        return first.matches("[0-9]{1,4}") ? Integer.parseInt(first) : 0;
    }

    /** What every Java process of a project finds in its environment. */
    static Map<String, String> environment(Path jdk) {
        return Map.of(
                "PATH",
                jdk.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin",
                "JAVA_HOME",
                jdk.toString(),
                "HOME",
                "/tmp",
                "LANG",
                "C.UTF-8");
    }

    /** A JVM reserves far more address space than it uses; what it uses is bounded by its memory. */
    static Limits limits(Limits limits) {
        return limits.withAddressSpaceBytes(Limits.UNLIMITED);
    }

    /** Options of a JVM that may use so much memory, of which the heap is five eighths: the rest is for all else that it needs. */
    static List<String> memory(Limits limits) {
        long heap = Math.max(16, limits.memoryBytes() / MIB * 5 / 8);
        return List.of("-Xmx" + heap + "m", "-XX:MaxMetaspaceSize=" + Math.max(32, heap / 3) + "m", "-Xss1m");
    }

    /** What is on each JVM's command line, besides its memory. */
    static List<String> options() {
        return new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto", "-Djava.awt.headless=true"));
    }
}
