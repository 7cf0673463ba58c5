package io.ymera.scanner.dependency;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Manifests that are there to be tested with: nobody installs from them where the program runs. */
final class TestMaterial {

    private static final Set<String> FOLDERS =
            Set.of("test", "tests", "__tests__", "fixtures", "__fixtures__", "testdata", "test-data", "test-fixtures");

    private TestMaterial() {}

    /** Whether one of the folders on its path says so. */
    static boolean is(String path) {
        for (String folder : Gathered.folder(path).split("/", -1)) {
            if (FOLDERS.contains(folder.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** With all components needed for tests only. */
    static Project lowered(Project project) {
        List<Component> components = project.components().stream()
                .map(one -> new Component(
                        one.ecosystem(),
                        one.name(),
                        one.version(),
                        one.requirement(),
                        Scope.TEST,
                        one.direct(),
                        one.paths(),
                        one.licences(),
                        one.hashes(),
                        one.locations(),
                        one.requires(),
                        one.graphKnown()))
                .toList();
        return new Project(
                project.path(),
                project.ecosystem(),
                project.name(),
                project.version(),
                project.licence(),
                project.locked(),
                components);
    }
}
