package io.ymera.lab.tests;

import io.ymera.lab.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the compiled classes are. Written by whoever has built the project, in a file that tests can't write.
 *
 * @param tests folders with the classes of the tests
 * @param product folders with the classes of the product
 * @param framework jars of the test framework, which nobody else's code may replace
 * @param foreign what else of the class path the project brought along, where no class of the framework may be
 * @param jacoco jars of JaCoCo's analysis
 * @param sources the product's source files, relative to the project
 * @param include test classes, as paths with slashes and without {@code .class}; null for all that have tests
 * @param exclude those that are no test classes
 */
record Suite(
        List<Path> tests,
        List<Path> product,
        List<Path> framework,
        List<Path> foreign,
        List<Path> jacoco,
        List<String> sources,
        @Nullable Pattern include,
        @Nullable Pattern exclude) {

    static Suite read(Path file) throws IOException {
        Map<?, ?> suite = (Map<?, ?>) Json.read(Files.readString(file));
        if (suite == null) {
            throw new IllegalArgumentException("The suite is null");
        }
        return new Suite(
                paths(suite.get("tests")),
                paths(suite.get("product")),
                paths(suite.get("framework")),
                paths(suite.get("foreign")),
                paths(suite.get("jacoco")),
                Job.texts(suite.get("sources")),
                pattern(suite.get("include")),
                pattern(suite.get("exclude")));
    }

    private static List<Path> paths(@Nullable Object list) {
        return Job.texts(list).stream().map(Path::of).toList();
    }

    private static @Nullable Pattern pattern(@Nullable Object regex) {
        return regex instanceof String text ? Pattern.compile(text) : null;
    }
}
