package io.ymera.examination.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.examination.lab.Incident;
import io.ymera.examination.quality.Gate.Status;
import io.ymera.examination.quality.Measures.Coverage;
import io.ymera.examination.quality.Measures.Tests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final Incident FORGED = new Incident(Incident.Kind.FORGED_REPORT, "t", "a line without a seal");
    private static final Incident NETWORK = new Incident(Incident.Kind.NETWORK, "t", "tried 192.0.2.1");

    @Test
    void code_without_a_flaw_passes_without_the_optional_scores() {
        assertThat(verdict(Measured.flawless(), null, List.of(), null, null)).isEqualTo(QualityVerdict.PASSED);
    }

    @Test
    void an_incident_that_is_no_tampering_is_no_failure() {
        assertThat(verdict(Measured.flawless(), null, List.of(NETWORK), null, null))
                .isEqualTo(QualityVerdict.PASSED);
    }

    @Test
    void tampering_is_worse_than_everything_else() {
        // When
        List<Gate> gates = gates(Measured.flawless(), "broken", List.of(NETWORK, FORGED), "untested", null);

        // Then
        assertThat(QualityVerdict.of(gates)).isEqualTo(QualityVerdict.TAMPERED);
        assertThat(gates.getFirst().evidence()).containsExactly("incident:forged_report");
    }

    @Test
    void what_does_not_build_fails() {
        assertThat(verdict(Measured.flawless(), "javac says no", List.of(), null, null))
                .isEqualTo(QualityVerdict.FAILED);
    }

    @Test
    void one_test_that_does_not_pass_fails_whatever_the_scores() {
        // Given
        Tests tests = new Tests(10_000, List.of("t"), 1, List.of(), null);

        // When
        List<Gate> gates = gates(Measured.with(2000, tests, List.of()), null, List.of(), null, null);

        // Then
        assertThat(gate(gates, "tests").status()).isEqualTo(Status.FAILED);
        assertThat(gate(gates, "threshold").status()).isEqualTo(Status.PASSED);
        assertThat(QualityVerdict.of(gates)).isEqualTo(QualityVerdict.FAILED);
    }

    @Test
    void no_tests_fail() {
        // Given
        Tests none = new Tests(0, List.of(), 0, List.of(), null);

        // Then
        assertThat(verdict(Measured.with(2000, none, List.of()), null, List.of(), null, null))
                .isEqualTo(QualityVerdict.FAILED);
    }

    @Test
    void tests_that_could_not_be_run_leave_it_incomplete() {
        assertThat(verdict(Measured.with(2000, null, List.of()), null, List.of(), "no Python", null))
                .isEqualTo(QualityVerdict.INCOMPLETE);
        assertThat(verdict(Measured.flawless(), null, List.of(), "no Node.js for 3 files", null))
                .isEqualTo(QualityVerdict.INCOMPLETE);
    }

    @Test
    void coverage_is_a_gate_of_its_own() {
        // Given
        Measures low = Measured.with(new Coverage(79.9, List.of("a.py")));

        // When
        List<Gate> gates = gates(low, null, List.of(), null, null);

        // Then
        assertThat(gate(gates, "coverage")).satisfies(gate -> {
            assertThat(gate.status()).isEqualTo(Status.FAILED);
            assertThat(gate.reason()).isEqualTo("The tests execute 79.9 % of the lines; 80 % are asked for");
            assertThat(gate.evidence()).containsExactly("file:a.py");
        });
        assertThat(verdict(Measured.flawless(), null, List.of(), null, "there is no coverage.py"))
                .isEqualTo(QualityVerdict.INCOMPLETE);
    }

    @Test
    void a_required_score_that_was_not_examined_leaves_it_incomplete() {
        // Given
        Held strict = new Held(0.35, 0.30, 0.20, 0.15, 85, 80, Optional.empty());
        Scores scores = Scores.of(Measured.flawless(), strict, Map.of());

        // When
        List<Gate> gates = Gates.of(Measured.flawless(), scores, strict, null, List.of(), null, null);

        // Then
        assertThat(gate(gates, "examined").reason())
                .isEqualTo("Security: nothing of it was examined; Performance: nothing of it was examined");
        assertThat(QualityVerdict.of(gates)).isEqualTo(QualityVerdict.INCOMPLETE);
    }

    @Test
    void a_tool_that_is_missing_for_a_required_score_leaves_it_incomplete() {
        // Given
        Scores scores = Scores.of(Measured.flawless(), Held.DEFAULT, Map.of(ScoreName.CODE, "pmd is missing"));

        // When
        List<Gate> gates = Gates.of(Measured.flawless(), scores, Held.DEFAULT, null, List.of(), null, null);

        // Then
        assertThat(gate(gates, "examined").reason()).isEqualTo("Code quality: pmd is missing");
        assertThat(QualityVerdict.of(gates)).isEqualTo(QualityVerdict.INCOMPLETE);
    }

    @Test
    void a_score_below_the_threshold_fails() {
        // Given
        Measures low = Measured.with(List.of(), new Measures.Documentation(10, List.of(), 10, false), null, null);

        // When
        List<Gate> gates = gates(low, null, List.of(), null, null);

        // Then: 0.7 × 100 + 0.3 × 0
        assertThat(gate(gates, "threshold").reason()).isEqualTo("The overall score is 70.0; 85 is asked for");
        assertThat(QualityVerdict.of(gates)).isEqualTo(QualityVerdict.FAILED);
    }

    private static QualityVerdict verdict(
            Measures measures,
            @Nullable String builds,
            List<Incident> incidents,
            @Nullable String untested,
            @Nullable String uncovered) {
        return QualityVerdict.of(gates(measures, builds, incidents, untested, uncovered));
    }

    private static List<Gate> gates(
            Measures measures,
            @Nullable String builds,
            List<Incident> incidents,
            @Nullable String untested,
            @Nullable String uncovered) {
        Scores scores = Scores.of(measures, Held.DEFAULT, Map.of());
        return Gates.of(measures, scores, Held.DEFAULT, builds, incidents, untested, uncovered);
    }

    private static Gate gate(List<Gate> gates, String name) {
        return gates.stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
