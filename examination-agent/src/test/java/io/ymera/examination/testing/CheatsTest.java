package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.node.Node;
import io.ymera.codebase.python.Python;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.Reading;
import io.ymera.examination.javascript.JavaScriptTests;
import io.ymera.examination.javascript.Packages;
import io.ymera.examination.jvm.JavaTestRunner;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that want to be reported as passed and are not, below {@code cheats/<language>}, and honest ones that do unusual things,
 * below {@code honest/<language>}. Each folder has an {@code expected.json}: why, framework, verdict, the kinds of incidents that the
 * report names, and test_timeout_seconds if it needs less than a minute.
 *
 * <p>Two are examined at a time, as by an agent with two slots: what one does to the machine must be nothing to the other.
 */
@TestInstance(PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheatsTest {

    private static final String EXPECTED = "expected.json";
    private static final int SLOTS = 2;

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Python python = new Python(sandbox, new LookedFor());
    private final ExecutorService slots = Executors.newFixedThreadPool(SLOTS);
    private final Map<String, Future<TestReport>> reports = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path workspace;

    @BeforeAll
    void examine_all() throws Exception {
        for (String program : Stream.concat(cheats(), honest()).toList()) {
            if (runnable(expected(program))) {
                reports.put(program, slots.submit(() -> run(program)));
            }
        }
    }

    @AfterAll
    void close() {
        slots.shutdownNow();
        sandbox.close();
    }

    static Stream<String> cheats() throws IOException {
        return programs("cheats");
    }

    static Stream<String> honest() throws IOException {
        return programs("honest");
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("cheats")
    void a_program_that_cheats_is_not_reported_as_passed(String program) throws Exception {
        // Given
        JsonNode expected = expected(program);

        // When
        TestReport report = report(program, expected);

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
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_program_is_not_accused(String program) throws Exception {
        // Given
        JsonNode expected = expected(program);

        // When
        TestReport report = report(program, expected);

        // Then
        assertThat(report.incidents())
                .as("%s", report)
                .extracting(Incident::kind)
                .noneMatch(Incident.Kind::tampering);
        assertThat(report.verdict().toString())
                .as("%s", report)
                .isEqualTo(expected.path("verdict").asText());
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"python, mocks", "javascript, node_names", "java, all_kinds"})
    void after_all_that_an_honest_one_passes(String language, String program) throws Exception {
        // When
        TestReport report = run("honest/" + language + "/" + program);

        // Then
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PASSED);
    }

    private TestReport report(String program, JsonNode expected) throws Exception {
        Future<TestReport> report = reports.get(program);
        if (report == null) {
            return abort(expected.path("framework").asText()
                    + " is not installed, or TEST_NODE_MODULES names no folder of packages");
        }
        return report.get();
    }

    private TestReport run(String program) throws Exception {
        JsonNode expected = expected(program);
        boolean isPython = program.contains("/python/");
        RunTestsRequest request = new RunTestsRequest(
                files(program),
                null,
                isPython ? expected.path("framework").asText() : TestOptions.AUTO,
                120,
                expected.path("test_timeout_seconds").asInt(isPython ? 60 : 20),
                1,
                0,
                false);
        Path attempt = Files.createTempDirectory(workspace, "attempt");
        Workbench bench = new Workbench(sandbox, RecordingContext.in(attempt), Clock.systemUTC());
        Limited limits = isPython ? new Limited(4) : Limited.withPackages();
        TestExecution execution = new TestExecution(
                List.of(
                        new PythonTests(python, Reading.config()),
                        new JavaScriptTests(new Node(sandbox, Packages.tools())),
                        new JavaTestRunner(new LookedFor(), limits)),
                limits);
        return execution
                .run(new CodeBases(List.of()).project(request, bench), request.options(), bench)
                .report();
    }

    private boolean runnable(JsonNode expected) throws InterruptedException {
        return switch (expected.path("framework").asText()) {
            case "pytest" -> python.interpreter().orElseThrow().hasPytest();
            case "unittest", "junit", "node" -> true;
            default -> Packages.folder().isPresent();
        };
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
