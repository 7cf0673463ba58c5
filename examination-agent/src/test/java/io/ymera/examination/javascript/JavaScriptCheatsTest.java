package io.ymera.examination.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.contracts.Json;
import io.ymera.examination.testing.TestOptions;
import io.ymera.examination.testing.TestReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects whose tests try to look better than they are, or to get at what is not theirs. */
@TestInstance(PER_CLASS)
class JavaScriptCheatsTest {

    private static final TestOptions OPTIONS =
            new TestOptions("auto", Duration.ofMinutes(2), Duration.ofSeconds(15), 1, 0, false);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Lab lab;

    /** What a project comes to: this verdict, and each of these incidents. */
    record Expected(String why, String framework, String verdict, List<String> incidents) {}

    @BeforeAll
    void open() {
        lab = new Lab(folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    static Stream<String> cheats() throws IOException {
        return programs("/cheats/javascript");
    }

    static Stream<String> honest() throws IOException {
        return programs("/honest/javascript");
    }

    @ParameterizedTest
    @MethodSource("cheats")
    void a_cheat_is_seen(String name) throws Exception {
        // Given
        Expected expected = expected(name);

        // When
        TestReport report = lab.run(lab.project(name), OPTIONS).report();

        // Then
        String all = Json.mapper().writeValueAsString(report);
        assertThat(report.verdict().toString()).as(all).isEqualTo(expected.verdict());
        assertThat(report.incidents().stream().map(incident -> incident.kind().toString()))
                .as(all)
                .containsAll(expected.incidents());
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_project_is_not_accused(String name) throws Exception {
        // Given
        Expected expected = expected(name);

        // When
        TestReport report = lab.run(lab.project(name), OPTIONS).report();

        // Then
        String all = Json.mapper().writeValueAsString(report);
        assertThat(report.verdict().toString()).as(all).isEqualTo(expected.verdict());
        assertThat(report.incidents()).as(all).isEmpty();
    }

    private static Expected expected(String name) throws IOException {
        Expected expected =
                Json.mapper().readValue(Files.readString(Lab.resource(name).resolve("expected.json")), Expected.class);
        if (!expected.framework().equals("node")) {
            Lab.assumePackages();
        }
        return expected;
    }

    private static Stream<String> programs(String folder) throws IOException {
        try (Stream<Path> programs = Files.list(Lab.resource(folder))) {
            return programs.map(each -> folder + "/" + each.getFileName()).sorted().toList().stream();
        }
    }
}
