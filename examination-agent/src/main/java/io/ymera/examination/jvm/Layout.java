package io.ymera.examination.jvm;

import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where things are in a project without a build tool that we know.
 *
 * @param product the product's sources
 * @param tests the tests' sources
 * @param resources folders whose files are on the class path
 * @param jars the libraries that the project brought along
 */
record Layout(List<String> product, List<String> tests, List<String> resources, List<String> jars) {

    private static final String MAIN_FOLDER = "src/main/java";
    private static final String TEST_FOLDER = "src/test/java";
    private static final String MAIN = MAIN_FOLDER + "/";
    private static final String TEST = TEST_FOLDER + "/";
    private static final Set<String> LIBRARIES = Set.of("lib", "libs");
    /** Imports are at the beginning. */
    private static final int LOOKED_AT = 64 * 1024;

    private static final Pattern JUNIT = Pattern.compile("\\bimport\\s+(?:static\\s+)?org\\.junit\\.");
    private static final String MODULE = "module-info.java";

    /** As Maven and Gradle have it, if the project has that; or else what is a test is told by its name, its folder and whether it uses JUnit. */
    static Layout of(Project project) {
        List<String> sources = project.sources(Language.JAVA).stream()
                .filter(path -> !path.endsWith("/" + MODULE) && !path.equals(MODULE))
                .toList();
        boolean usual = sources.stream().anyMatch(path -> path.startsWith(TEST) || path.startsWith(MAIN));
        Predicate<String> isTest = usual
                ? path -> path.startsWith(TEST)
                : path -> Project.isTest(path) || usesJUnit(project.folder().resolve(path));
        Predicate<String> counts = usual ? path -> path.startsWith(TEST) || path.startsWith(MAIN) : path -> true;
        List<String> product =
                sources.stream().filter(counts).filter(isTest.negate()).toList();
        List<String> tests = sources.stream().filter(counts).filter(isTest).toList();
        Set<String> resources = new TreeSet<>();
        if (usual) {
            // Some keep resources beside the sources, as IDEs and Ant let them
            resources.addAll(List.of(MAIN_FOLDER, TEST_FOLDER, "src/main/resources", "src/test/resources"));
        } else {
            resources.add(".");
            sources.forEach(path -> resources.add(path.contains("/") ? path.substring(0, path.indexOf('/')) : "."));
        }
        List<String> jars = project.paths().stream()
                .filter(path -> path.endsWith(".jar") && isLibrary(path))
                .toList();
        return new Layout(
                product,
                tests,
                resources.stream().filter(folder -> exists(project, folder)).toList(),
                jars);
    }

    private static boolean usesJUnit(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            String text = new String(stream.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            return JUNIT.matcher(text).find();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean exists(Project project, String folder) {
        return folder.equals(".") || project.paths().stream().anyMatch(path -> path.startsWith(folder + "/"));
    }

    private static boolean isLibrary(String path) {
        for (String segment : path.split("/")) {
            if (LIBRARIES.contains(segment)) {
                return true;
            }
        }
        return false;
    }
}
