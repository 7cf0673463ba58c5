package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Python;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.Reading;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.python.PythonTests;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

/**
 * Programs that want to be reported as passed and are not, below {@code cheats/<language>}, and honest ones that do unusual things,
 * below {@code honest/<language>}. Each folder has an {@code expected.json}: why, framework, verdict, the kinds of incidents that the
 * report names, and test_timeout_seconds if it needs less than a minute.
 */
@TestInstance(PER_CLASS)
@Timeout(180)
class CheatsTest {

    private static final String EXPECTED = "expected.json";
    private static final List<SourceFile> HONEST =
            Projects.testCase("def test_1(self): self.assertEqual(1 + 1, 2)\ndef test_2(self): pass");

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Python python = new Python(sandbox, new LookedFor());
    private final TestExecution execution =
            new TestExecution(List.of(new PythonTests(python, Reading.config())), new Limited(4));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterAll
    void close() {
        sandbox.close();
    }

    static Stream<String> cheats() throws IOException {
        return programs("cheats");
    }

    static Stream<String> honest() throws IOException {
        return programs("honest");
    }

    @ParameterizedTest
    @MethodSource("cheats")
    void a_program_that_cheats_is_not_reported_as_passed(String program) throws Exception {
        // Given
        JsonNode expected = expected(program);
        assumeTrue(runnable(expected), "pytest is not installed");

        // When
        TestReport report = run(files(program), expected);

        // Then
        assertThat(expected.path("verdict").asText().split(" or ", -1))
                .as("%s", report)
                .contains(report.verdict().toString());
        List<String> wanted = new ArrayList<>();
        expected.path("incidents").forEach(incident -> wanted.add(incident.asText()));
        assertThat(report.incidents())
                .as("%s", report)
                .extracting(incident -> incident.kind().toString())
                .containsAll(wanted);
        assertThat(run(HONEST, Json.mapper().createObjectNode().put("framework", "unittest"))
                        .verdict())
                .as("the next one")
                .isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_program_is_not_accused(String program) throws Exception {
        // Given
        JsonNode expected = expected(program);
        assumeTrue(runnable(expected), "pytest is not installed");

        // When
        TestReport report = run(files(program), expected);

        // Then
        assertThat(report.incidents()).extracting(Incident::kind).noneMatch(Incident.Kind::tampering);
        assertThat(report.verdict().toString())
                .as("%s", report)
                .isEqualTo(expected.path("verdict").asText());
    }

    private TestReport run(List<SourceFile> files, JsonNode expected) throws Exception {
        Path attempt = Files.createTempDirectory(workspace, "attempt");
        RunTestsRequest request = Projects.request(
                files,
                expected.path("framework").asText(),
                100,
                expected.path("test_timeout_seconds").asInt(60));
        Workbench bench = new Workbench(sandbox, RecordingContext.in(attempt), Clock.systemUTC());
        return execution
                .run(new CodeBases(List.of()).project(request, bench), request.options(), bench)
                .report();
    }

    private boolean runnable(JsonNode expected) throws InterruptedException {
        boolean hasPytest = python.interpreter().orElseThrow().hasPytest();
        return hasPytest || !expected.path("framework").asText().equals("pytest");
    }

    private static JsonNode expected(String program) throws IOException {
        return Json.mapper().readTree(resource(program).resolve(EXPECTED).toFile());
    }

    private static List<SourceFile> files(String program) throws IOException {
        return Projects.filesIn(resource(program)).stream()
                .filter(file -> !file.path().equals(EXPECTED))
                .toList();
    }

    private static Stream<String> programs(String kind) throws IOException {
        Path folder = resource(kind);
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all
                    .filter(path -> Files.exists(path.resolve(EXPECTED)))
                    // The other languages have tests of their own, which know where their tools are
                    .filter(path -> path.startsWith(folder.resolve("python")))
                    .map(path -> kind + "/" + folder.relativize(path))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(CheatsTest.class.getResource("/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
