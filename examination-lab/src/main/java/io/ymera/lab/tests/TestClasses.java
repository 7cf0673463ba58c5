package io.ymera.lab.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the classes that may have tests, by their files; nothing is loaded. */
final class TestClasses {

    private static final String CLASS = ".class";

    private TestClasses() {}

    /** Names of classes, sorted. Classes in classes are not among them: the framework finds those by itself. */
    static List<String> of(Suite suite) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path folder : suite.tests()) {
            for (String path : files(folder)) {
                String name = path.substring(0, Math.max(0, path.length() - CLASS.length()));
                if (path.endsWith(CLASS) && isWanted(suite, name)) {
                    names.add(name.replace('/', '.'));
                }
            }
        }
        return List.copyOf(names);
    }

    /** Relative paths of all files, divided by slashes, sorted. */
    static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .forEach(paths::add);
        }
        return paths;
    }

    private static boolean isWanted(Suite suite, String name) {
        String simple = name.substring(name.lastIndexOf('/') + 1);
        Predicate<Pattern> matches = pattern -> pattern.matcher(name).matches();
        boolean top = simple.indexOf('$') < 0;
        return !simple.endsWith("-info")
                && (suite.include() == null ? top || isNamedNested(simple) : top && matches.test(suite.include()))
                && (suite.exclude() == null || !matches.test(suite.exclude()));
    }

    /** Static classes in classes have tests of their own; anonymous and local ones, whose names have numbers, don't. */
    private static boolean isNamedNested(String simple) {
        return !simple.matches(".*\\$[0-9].*");
    }
}
