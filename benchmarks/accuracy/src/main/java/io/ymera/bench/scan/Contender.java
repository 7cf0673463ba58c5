package io.ymera.bench.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that scans.
 *
 * @param name with its version, for the table
 * @param input for its standard input
 * @param succeeded whether an exit code means that it came to its end
 */
record Contender(String name, List<String> command, String input, Predicate<Integer> succeeded) {

    private static final Pattern VERSION = Pattern.compile(".*-(\\d[\\w.]*)\\.jar");

    /** Ours, as the agent starts it. */
    static Contender ours(String heap, String classPath, Path code, Optional<Path> cache) {
        String job = "{\"root\": \"%s\", \"scans\": [\"security_scan\"], \"today\": \"2026-01-01\", \"options\": {%s}}"
                .formatted(
                        code,
                        cache.map(folder -> "\"cache\": \"" + folder + "\"").orElse(""));
        return new Contender("YMERA", java(heap, classPath, "io.ymera.scanner.Main"), job, exit -> exit == 0);
    }

    /** All detectors of both; only what is about security is reported. Nothing if it is not there. */
    static Optional<Contender> spotBugs(String heap, Path speed, Path report) throws IOException {
        Path tool = speed.resolve("spotbugs");
        Path jars = speed.resolve("jars");
        if (!Files.isDirectory(tool) || !Files.isDirectory(jars)) {
            return Optional.empty();
        }
        Path plugin = jar(tool, "findsecbugs-plugin-");
        List<String> options = List.of(
                "-quiet",
                "-effort:default",
                "-low",
                "-bugCategories",
                "SECURITY",
                "-pluginList",
                plugin.toString(),
                "-auxclasspath",
                all(speed.resolve("needed")),
                "-sarif=" + report);
        List<String> command = Stream.of(java(heap, all(tool), "edu.umd.cs.findbugs.FindBugs2"), options, jarsIn(jars))
                .flatMap(List::stream)
                .toList();
        String name = "SpotBugs %s with FindSecBugs %s".formatted(version(jar(tool, "spotbugs-4")), version(plugin));
        return Optional.of(new Contender(name, command, "", exit -> exit == 0));
    }

    /** Its rules about security, of which it has two for Java. Nothing if it is not there. */
    static Optional<Contender> pmd(String heap, Path tool, Path code, Path report, int threads) throws IOException {
        if (!Files.isDirectory(tool)) {
            return Optional.empty();
        }
        List<String> options = List.of(
                "check",
                "-d",
                code.toString(),
                "-R",
                "category/java/security.xml",
                "-f",
                "sarif",
                "-r",
                report.toString(),
                "--no-cache",
                "--no-progress",
                "-t",
                Integer.toString(threads));
        List<String> command = Stream.of(java(heap, all(tool), "net.sourceforge.pmd.cli.PmdCli"), options)
                .flatMap(List::stream)
                .toList();
        String name = "PMD %s, security".formatted(version(jar(tool, "pmd-java-")));
        // 4: there are violations; 5: and files that it could not read
        return Optional.of(new Contender(name, command, "", exit -> exit == 0 || exit == 4 || exit == 5));
    }

    private static List<String> java(String heap, String classPath, String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main);
    }

    private static Path jar(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no " + prefix + "*.jar in " + folder));
        }
    }

    private static String version(Path jar) {
        Matcher matcher = VERSION.matcher(jar.getFileName().toString());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String all(Path folder) throws IOException {
        return Files.isDirectory(folder) ? jarsIn(folder).stream().collect(Collectors.joining(":")) : "";
    }

    private static List<String> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
