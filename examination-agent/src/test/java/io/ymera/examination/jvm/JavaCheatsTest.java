package io.ymera.examination.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.Project;
import io.ymera.contracts.Json;
import io.ymera.examination.testing.TestOptions;
import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.Verdict;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways in which Java code cheats its tests, each a project whose product is wrong: none of them may pass. */
@TestInstance(PER_CLASS)
@Timeout(180)
class JavaCheatsTest {

    private static final TestOptions OPTIONS =
            new TestOptions("auto", Duration.ofMinutes(2), Duration.ofSeconds(20), 1, 0, false);

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterAll
    void close() {
        sandbox.close();
    }

    static Stream<String> cheats() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(JavaCheatsTest.class.getResource("/cheats/java"))
                .toURI());
        try (Stream<Path> cheats = Files.list(folder)) {
            return cheats
                    .filter(Files::isDirectory)
                    .map(cheat -> cheat.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cheats")
    void code_that_cheats_does_not_pass(String cheat) throws Exception {
        // Given
        Project project = JavaBench.project("cheats/java/" + cheat);
        JsonNode expected =
                Json.mapper().readTree(project.folder().resolve("expected.json").toFile());
        List<String> incidents = new ArrayList<>();
        expected.path("incidents").forEach(kind -> incidents.add(kind.asText()));

        // When
        TestReport report =
                new JavaBench(sandbox, workspace).run(project, OPTIONS).report();

        // Then
        assertThat(report.verdict())
                .as("%s", report)
                .isNotEqualTo(Verdict.PASSED)
                .hasToString(expected.path("verdict").asText());
        assertThat(report.incidents())
                .as("%s", report)
                .extracting(incident -> incident.kind().toString())
                .containsAll(incidents);
    }
}
