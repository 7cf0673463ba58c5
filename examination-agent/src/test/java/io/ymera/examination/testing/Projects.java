package io.ymera.examination.testing;

import io.ymera.codebase.SourceFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The projects under {@code src/test/resources/projects}, and small ones written down in a test. */
public final class Projects {

    private Projects() {}

    public static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Projects.class.getResource("/projects/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<SourceFile> files(String name) throws IOException {
        return filesIn(folder(name));
    }

    public static List<SourceFile> filesIn(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("__pycache__"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                files.add(new SourceFile(folder.relativize(path).toString(), Files.readString(path), "utf-8"));
            }
        }
        return files;
    }

    /** A request for the tests of some files, with a time for all and for each of them. */
    static RunTestsRequest request(List<SourceFile> files, String framework, int seconds, int testSeconds) {
        return new RunTestsRequest(files, null, framework, seconds, testSeconds, 1, 2, false);
    }

    /** A project of one unittest-style file, {@code test_it.py}, whose test case's body this is. */
    public static List<SourceFile> testCase(String body) {
        return List.of(new SourceFile(
                "test_it.py",
                "import os, sys, time, signal, unittest\n\nclass ItTest(unittest.TestCase):\n" + body.indent(4),
                "utf-8"));
    }
}
