package io.ymera.examination.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.codebase.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomsTest {

    private static final String USUAL = SurefirePatterns.include(null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void each_module_has_its_own_tests_and_patterns() throws Exception {
        // Given
        Project project = project(Map.of(
                "pom.xml", "<modules><module>core</module></modules>",
                "core/pom.xml", "<project/>",
                "core/src/test/java/ATest.java", "",
                "core/src/main/java/A.java", "",
                "src/test/java/BTest.java", ""));

        // When
        List<TestSources> sources = sources(project, run("", USUAL), run("core", "Other"));

        // Then
        assertThat(sources)
                .containsExactly(
                        new TestSources(
                                List.of("src/test/java/BTest.java"),
                                USUAL,
                                null,
                                "its class is none of those that Surefire takes",
                                null),
                        // No pom.xml says so: whoever told of these patterns was code
                        new TestSources(List.of("core/src/test/java/ATest.java"), "Other", null, null, null));
    }

    @Test
    void what_no_module_names_is_explained_and_what_was_not_built_is_not() throws Exception {
        // Given
        Project project = project(Map.of(
                "pom.xml", "<modules><module>core</module></modules>",
                "core/pom.xml", "<project/>",
                "core/src/test/java/ATest.java", "",
                "examples/pom.xml", "<project/>",
                "examples/src/test/java/BTest.java", ""));

        // When
        List<TestSources> sources = sources(project);

        // Then
        assertThat(sources)
                .extracting(TestSources::leftOut)
                .containsExactly(null, "its folder is no module of the Maven project");
    }

    @Test
    void tests_are_where_the_pom_says() throws Exception {
        // Given
        Project project = project(Map.of(
                "pom.xml", "<build><testSourceDirectory>${project.basedir}/checks</testSourceDirectory></build>",
                "checks/ATest.java", "",
                "src/test/java/BTest.java", ""));

        // When
        List<TestSources> sources = sources(project, run("", USUAL));

        // Then
        assertThat(sources).singleElement().satisfies(module -> assertThat(module.tests())
                .containsExactly("checks/ATest.java"));
    }

    @Test
    void a_pom_that_skips_tests_explains_that_there_are_none() throws Exception {
        // Given
        Project project = project(Map.of(
                "pom.xml",
                "<properties><maven.test.skip>true</maven.test.skip></properties>",
                "src/test/java/BTest.java",
                ""));

        // When
        List<TestSources> sources = sources(project);

        // Then
        assertThat(sources).extracting(TestSources::leftOut).containsExactly("a pom.xml leaves tests out");
    }

    private static List<TestSources> sources(Project project, JUnitRun... runs) {
        return TestSources.of(project, true, List.of(runs));
    }

    private static JUnitRun run(String folder, @Nullable String include) {
        TestClassPath none = new TestClassPath(List.of(), List.of(), List.of(), List.of(), List.of());
        return JUnitRun.of(folder, none, List.of(), List.of(), include, null);
    }

    private Project project(Map<String, String> files) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
            paths.add(file.getKey());
        }
        paths.sort(null);
        return new Project(folder, paths);
    }
}
