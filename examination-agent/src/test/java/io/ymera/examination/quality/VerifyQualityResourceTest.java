package io.ymera.examination.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Alone;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.contracts.Json;
import io.ymera.examination.benchmark.Baseline;
import io.ymera.examination.quality.Gate.Status;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole agent, its real tools and the sandbox, on small code bases in Python. */
@QuarkusTest
@TestProfile(Alone.class)
@Timeout(300)
class VerifyQualityResourceTest {

    private static final SourceFile README = file("README.md", "# Spans\n");
    private static final SourceFile CODE = file("spans.py", """
            \"""Spans of numbers.\"""


            def length(first, last):
                \"""How many numbers there are from the first to the last.\"""
                if last < first:
                    raise ValueError("the last is before the first")
                return last - first + 1
            """);
    private static final SourceFile GOOD_TEST = file("tests/test_spans.py", """
            import unittest

            from spans import length


            class LengthTest(unittest.TestCase):
                def test_counts_both_ends(self):
                    self.assertEqual(3, length(1, 3))

                def test_refuses_what_is_turned_around(self):
                    with self.assertRaises(ValueError):
                        length(3, 1)
            """);
    private static final SourceFile PACKAGE = file("tests/__init__.py", "");

    private final ObjectMapper json = Json.mapper();

    @Inject
    @SuppressWarnings("NullAway.Init")
    VerifyQuality handler;

    @Test
    void good_code_passes_and_the_report_has_all_documents() throws Exception {
        // Given
        PreviousScores before = new PreviousScores("2026-11-24T10:00:00Z", 70.0, 60.0, null, null, 80.0);
        VerifyQualityRequest request = new VerifyQualityRequest(
                List.of(README, CODE, PACKAGE, GOOD_TEST),
                null,
                "Spans",
                List.of(before),
                List.of("html", "sarif", "junit_xml"),
                new SecurityInput(null, 0, 0, 0),
                null,
                60);

        // When
        QualityReport report = verify(request);

        // Then
        assertThat(report.gates()).as(() -> "" + report.gates()).allMatch(gate -> gate.status() == Status.PASSED);
        assertThat(report.verdict()).isEqualTo(QualityVerdict.PASSED);
        assertThat(report.overall()).isGreaterThan(95);
        assertThat(Objects.requireNonNull(report.tests()).totals().passed()).isEqualTo(2);
        assertThat(Objects.requireNonNull(report.coverage()).percent()).isEqualTo(100);
        assertThat(report.trends().getFirst().values()).hasSize(2);
        assertThat(report.html()).startsWith("<!DOCTYPE html>").contains("<h1>Spans</h1>", "Passed");
        assertThat(report.junitXml()).contains("<testcase", "test_counts_both_ends");
        assertThat(report.sarif()).containsEntry("version", "2.1.0");
    }

    @Test
    void the_same_code_has_the_same_report_but_for_durations() throws Exception {
        // Given
        SourceFile worse = file("more.py", "import os\ndef f(a, b = []):\n    x = eval(a)\n    return b\n");
        SourceFile test = file("tests/test_more.py", """
                import unittest, more
                class MoreTest(unittest.TestCase):
                    def test_f(self): self.assertEqual(1, more.f("1"))
                    def test_g(self): more.f("1")
                """);
        VerifyQualityRequest request = request(List.of(CODE, PACKAGE, GOOD_TEST, worse, test), null, null);

        // When
        JsonNode one = withoutDurations(verify(request));
        JsonNode other = withoutDurations(verify(request));

        // Then
        assertThat(one).isEqualTo(other);
        assertThat(one.path("verdict").asText()).isEqualTo("failed");
    }

    @Test
    void a_test_that_fails_is_a_gate_that_fails_with_its_evidence() throws Exception {
        // Given
        SourceFile bad = file("tests/test_bad.py", """
                import unittest
                class BadTest(unittest.TestCase):
                    def test_bad(self): self.assertEqual(1, 2)
                """);

        // When
        QualityReport report = verify(request(List.of(README, CODE, PACKAGE, GOOD_TEST, bad), null, null));

        // Then
        assertThat(report.verdict()).isEqualTo(QualityVerdict.FAILED);
        assertThat(gate(report, "tests").status()).isEqualTo(Status.FAILED);
        assertThat(gate(report, "tests").evidence()).singleElement().asString().contains("test:tests", "test_bad");
        assertThat(report.scores().getFirst().deductions()).anySatisfy(deduction -> {
            assertThat(deduction.points()).isEqualTo(13.3);
            assertThat(deduction.reason()).startsWith("1 test of 3 did not pass");
        });
    }

    @Test
    void code_that_changes_its_examination_does_not_pass() throws Exception {
        // Given
        SourceFile cheat = file("tests/test_cheat.py", """
                import unittest
                import _pytest.runner
                _pytest.runner.CallInfo.from_call = classmethod(lambda cls, func, when, reraise=None: cls(
                    None, None, 0.0, 0.0, 0.0, when, _ispytest=True))

                class CheatTest(unittest.TestCase):
                    def test_it(self): self.fail()
                """);

        // When
        QualityReport report = verify(request(List.of(README, CODE, PACKAGE, GOOD_TEST, cheat), null, null));

        // Then
        assertThat(report.verdict()).isNotEqualTo(QualityVerdict.PASSED);
        assertThat(report.verdict()).as(() -> "" + report.gates()).isEqualTo(QualityVerdict.TAMPERED);
    }

    @Test
    void without_tests_and_code_nothing_passes() throws Exception {
        // When
        QualityReport report = verify(request(List.of(README), null, null));

        // Then
        assertThat(report.verdict()).isEqualTo(QualityVerdict.FAILED);
        assertThat(gate(report, "tests").reason()).isEqualTo("There are no tests that say anything");
    }

    @Test
    void a_baseline_makes_benchmarks_count() throws Exception {
        // Given
        SourceFile bench =
                file("bench_spans.py", "from spans import length\n\ndef bench_length():\n    length(1, 9)\n");

        // When
        QualityReport report = verify(request(
                List.of(README, CODE, PACKAGE, GOOD_TEST, bench),
                null,
                List.of(new Baseline("bench_spans.py::bench_length", 1e-9))));

        // Then
        Score performance = report.scores().get(2);
        assertThat(performance.value()).isEqualTo(60);
        assertThat(performance.deductions().getFirst().evidence())
                .containsExactly("benchmark:bench_spans.py::bench_length");
    }

    @Test
    void what_makes_no_sense_of_security_is_refused() {
        assertThatThrownBy(() -> verify(request(List.of(CODE), new SecurityInput(null, null, null, null), null)))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.failure().code()).isEqualTo("invalid_security"));
    }

    private QualityReport verify(VerifyQualityRequest request) throws Exception {
        Path workspace = Files.createTempDirectory("ymera-quality");
        try {
            return handler.handle(request, QuietAttempt.in(workspace));
        } finally {
            SourceTree.delete(workspace);
        }
    }

    private static VerifyQualityRequest request(
            List<SourceFile> files, @Nullable SecurityInput security, @Nullable List<Baseline> baseline) {
        return new VerifyQualityRequest(files, null, "Code", List.of(), List.of("sarif"), security, baseline, 60);
    }

    private JsonNode withoutDurations(QualityReport report) throws Exception {
        String text = json.writeValueAsString(report)
                .replaceAll("\"duration_seconds\":[0-9.E-]+", "\"duration_seconds\":0")
                .replaceAll(" in [0-9.]+s", " in 0s");
        return json.readTree(text);
    }

    private static Gate gate(QualityReport report, String name) {
        return report.gates().stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SourceFile file(String path, String content) {
        return new SourceFile(path, content, "utf-8");
    }
}
