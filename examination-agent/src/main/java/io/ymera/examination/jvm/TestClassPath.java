package io.ymera.examination.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process of tests has on its class path. The framework is first, so that nothing of the project takes its place.
 *
 * @param framework jars with JUnit
 * @param tests folders of the tests' classes
 * @param product folders of the product's classes
 * @param foreign what else the project brought along: jars, and folders of resources; relative ones are in the workspace
 * @param libraries other jars
 */
record TestClassPath(
        List<Path> framework, List<Path> tests, List<Path> product, List<Path> foreign, List<Path> libraries) {

    /** As {@code java -cp} takes it. */
    String joined() {
        List<String> all = new ArrayList<>();
        for (List<Path> part : List.of(framework, tests, product, foreign, libraries)) {
            part.forEach(path -> all.add(path.toString()));
        }
        return String.join(":", all);
    }
}
