package io.ymera.codebase;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A code base that lies in a folder, as it was handed in. Programs in the sandbox get copies or read it; nothing changes it.
 *
 * @param folder where it is
 * @param paths its files, sorted, relative, divided by {@code /}
 */
public record Project(Path folder, List<String> paths) {

    /** Folders of other people's code, and of what tools make; nothing in them is examined. */
    private static final Set<String> NOT_OURS = Set.of(
            "node_modules",
            "bower_components",
            "vendor",
            "third_party",
            "venv",
            ".venv",
            "env",
            "site-packages",
            "target",
            "build",
            "dist",
            "__pycache__",
            ".git",
            ".tox",
            ".eggs",
            "coverage");

    /** Sorts and copies the paths. */
    public Project {
        paths = paths.stream().sorted().toList();
    }

    /** Whether there is a file at this path. */
    public boolean has(String path) {
        return java.util.Collections.binarySearch(paths, path) >= 0;
    }

    /** The files of a language that are the project's own, tests included. */
    public List<String> sources(Language language) {
        return paths.stream()
                .filter(path -> Language.of(path).filter(language::equals).isPresent())
                .filter(Project::ours)
                .toList();
    }

    /** The files of a language that are the project's own and no tests. */
    public List<String> productSources(Language language) {
        return sources(language).stream().filter(path -> !isTest(path)).toList();
    }

    /** Whether a source file can have lines that are executed: those that only describe or declare have none. */
    public static boolean isExecutable(String path) {
        return !path.matches("(?:.*/)?(?:package-info|module-info)\\.java|.*\\.d\\.[cm]?ts");
    }

    /** How many files of each language are the project's own; most first, then by name of the language. */
    public Map<Language, Integer> languages() {
        Map<Language, Integer> counts = new EnumMap<>(Language.class);
        for (String path : paths) {
            if (ours(path)) {
                Optional<Language> language = Language.of(path);
                language.ifPresent(found -> counts.merge(found, 1, Integer::sum));
            }
        }
        return counts;
    }

    /** Whether a file is one of the tests, or of the benchmarks, by where it is and what it is called. */
    public static boolean isTest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Set<String> folders = new TreeSet<>(List.of(path.split("/")));
        folders.remove(name);
        return folders.contains("test")
                || folders.contains("tests")
                || folders.contains("__tests__")
                || folders.contains("spec")
                || isBenchmark(path)
                || name.equals("conftest.py")
                || name.matches(
                        "test_.*\\.py|.*_test\\.py|(?:test|tests)\\.(?:py|[cm]?[jt]sx?)|.*\\.(?:test|spec)\\.[cm]?[jt]sx?")
                || name.matches(".*(?:Test|Tests|IT|TestCase)\\.java|Test[A-Z].*\\.java");
    }

    /** Whether a file is one of the benchmarks, by where it is and what it is called. */
    public static boolean isBenchmark(String path) {
        return path.matches(
                "benchmark/.*|(?:.*/)?(?:benchmarks/.*|bench_[^/]*\\.py|[^/]*_bench\\.py|[^/]*\\.bench\\.[cm]?js)");
    }

    private static boolean ours(String path) {
        for (String segment : path.split("/")) {
            if (NOT_OURS.contains(segment)) {
                return false;
            }
        }
        return true;
    }
}
