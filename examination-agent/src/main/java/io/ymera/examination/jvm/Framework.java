package io.ymera.examination.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which JUnit runs the tests of a Maven project: its own, if its local repository has the launcher of the same version (as it
 * has after {@code mvn test}); or else the one that comes with this agent, as long as that is not older.
 *
 * @param jars first on the class path
 * @param behind what JUnit 4 needs and projects have in other versions; last on the class path
 * @param dropped what of the project's class path they replace
 * @param note for the report, or empty
 * @param problem why there is none, or empty
 */
record Framework(List<Path> jars, List<Path> behind, List<Path> dropped, String note, String problem) {

    private static final List<String> GROUPS = List.of(
            "org/junit/platform/", "org/junit/jupiter/", "org/junit/vintage/", "org/opentest4j/", "junit/junit/");

    private static final Pattern VERSION = Pattern.compile("[^/]+/([0-9]+)\\.([0-9]+)[^/]*$");

    /** This agent's JUnit. */
    static List<Path> ours(List<Path> junit) {
        return junit.stream().filter(jar -> !isBehind(jar)).toList();
    }

    /** What it needs besides. */
    static List<Path> oursBehind(List<Path> junit) {
        return junit.stream().filter(Framework::isBehind).toList();
    }

    /** For a module with these jars from a local repository. */
    static Framework of(List<Path> classPath, Path repository, List<Path> junit) {
        List<Path> own = classPath.stream()
                .filter(jar -> jar.startsWith(repository))
                .filter(jar ->
                        GROUPS.stream().anyMatch(repository.relativize(jar).toString()::startsWith))
                .toList();
        Optional<String> platform = version(own, "junit-platform-commons");
        Optional<String> jupiter = version(own, "junit-jupiter-api");
        if (platform.isEmpty()) {
            return new Framework(ours(junit), oursBehind(junit), own, "", "");
        }
        List<Path> needed = new ArrayList<>(List.of(
                jar(repository, "org/junit/platform", "junit-platform-launcher", platform.get()),
                jar(repository, "org/junit/platform", "junit-platform-engine", platform.get())));
        jupiter.ifPresent(version -> needed.add(jar(repository, "org/junit/jupiter", "junit-jupiter-engine", version)));
        needed.removeAll(own);
        List<Path> missing =
                needed.stream().filter(jar -> !Files.isRegularFile(jar)).toList();
        boolean old = own.stream().anyMatch(jar -> repository.relativize(jar).startsWith("junit/junit"));
        boolean vintage = version(own, "junit-vintage-engine").isPresent();
        if (missing.isEmpty() && (!old || vintage)) {
            needed.addAll(own);
            return new Framework(needed, List.of(), own, "", "");
        }
        String version = jupiter.or(() -> platform).orElseThrow();
        if (isNewer(platform.get())) {
            return new Framework(
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    "The project's JUnit " + version
                            + " is newer than the one of this agent, and the local repository does not" + " have "
                            + missing);
        }
        return new Framework(
                ours(junit),
                oursBehind(junit),
                own,
                "The tests are run with this agent's JUnit instead of the project's " + version
                        + ", whose launcher or engine is not in the local repository",
                "");
    }

    private static Path jar(Path repository, String group, String artifact, String version) {
        return repository.resolve(group).resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".jar");
    }

    private static Optional<String> version(List<Path> jars, String artifact) {
        return jars.stream()
                .filter(jar -> artifact.equals(String.valueOf(jar.getName(Math.max(0, jar.getNameCount() - 3)))))
                .map(jar -> String.valueOf(jar.getName(jar.getNameCount() - 2)))
                .findFirst();
    }

    /** Ours is of the platform's 1.x line. */
    private static boolean isNewer(String platform) {
        Matcher version = VERSION.matcher("platform/" + platform);
        return !version.find() || Integer.parseInt(version.group(1)) > 1;
    }

    private static boolean isBehind(Path jar) {
        return String.valueOf(jar.getFileName()).startsWith("hamcrest");
    }
}
