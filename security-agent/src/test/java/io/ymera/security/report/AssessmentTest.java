package io.ymera.security.report;

import static io.ymera.security.report.Made.finding;
import static io.ymera.security.report.Made.ours;
import static io.ymera.security.report.Severity.CRITICAL;
import static io.ymera.security.report.Severity.HIGH;
import static io.ymera.security.report.Severity.LOW;
import static io.ymera.security.report.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    @Test
    void a_new_finding_as_bad_as_the_threshold_fails() {
        assertThat(assess(List.of(ours("a", HIGH, "a.py", 1)), Set.of()).verdict())
                .isEqualTo(Verdict.FAILED);
        assertThat(assess(List.of(ours("a", MEDIUM, "a.py", 1)), Set.of()).verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_was_known_or_is_suppressed_fails_nothing() {
        // Given
        Finding known = ours("a", CRITICAL, "a.py", 1);
        Finding excused = Made.suppressed(ours("b", HIGH, "a.py", 2), "2026-12-31");

        // When
        Assessment assessment = assess(List.of(known, excused), Set.of(known.fingerprint(), "gone:1"));

        // Then
        assertThat(assessment.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(assessment.findings())
                .extracting(Finding::baselineState)
                .containsExactly(BaselineState.UNCHANGED, BaselineState.NEW);
        assertThat(assessment.absent()).containsExactly("gone:1");
        assertThat(assessment.counts().total()).isEqualTo(1);
        assertThat(assessment.counts().known()).isEqualTo(1);
        assertThat(assessment.counts().suppressed()).isEqualTo(1);
        assertThat(assessment.score().value()).isEqualTo(60);
    }

    @Test
    void a_finding_that_was_known_by_another_source_has_not_gone_away() {
        // Given
        Finding bandit = finding("bandit", "B608", MEDIUM, "a.py", 10, 89);
        Finding ours = ours("sql-injection", HIGH, "a.py", 10, 89);

        // When
        Assessment assessment = assess(List.of(bandit, ours), Set.of(bandit.fingerprint()));

        // Then
        assertThat(assessment.absent()).isEmpty();
    }

    @Test
    void what_is_less_bad_than_was_asked_for_is_counted_and_left_out() {
        // When
        Assessment assessment = Assessment.of(
                gathered(List.of(ours("a", LOW, "a.py", 1), ours("b", MEDIUM, "a.py", 2)), List.of()),
                Set.of(),
                MEDIUM,
                null);

        // Then
        assertThat(assessment.findings()).extracting(Finding::rule).containsExactly("b");
        assertThat(assessment.counts().belowMinimum()).isEqualTo(1);
    }

    @Test
    void each_lost_point_is_explained_and_there_are_no_more_than_there_were() {
        // Given
        List<Finding> findings = new ArrayList<>(List.of(ours("a", CRITICAL, "a.py", 1), ours("b", HIGH, "a.py", 2)));
        for (int line = 10; line < 20; line++) {
            findings.add(ours("c", MEDIUM, "a.py", line));
        }

        // When
        Score score = assess(findings, Set.of()).score();

        // Then
        assertThat(score.value()).isZero();
        assertThat(score.deductions()).extracting(Deduction::points).containsExactly(40.0, 25.0, 35.0);
        assertThat(score.deductions())
                .extracting(Deduction::reason)
                .containsExactly(
                        "1 finding of critical severity at 40 points each are 40",
                        "1 finding of high severity at 25 points each are 25",
                        "10 findings of medium severity at 8 points each are 80, of which 35 are all that can be lost here");
        assertThat(score.deductions().getLast().evidence()).hasSize(10).first().isEqualTo("a.py:10 c");
    }

    @Test
    void what_was_not_scanned_has_no_score_and_does_not_pass() {
        // When
        Assessment assessment = Assessment.of(
                gathered(List.of(ours("a", MEDIUM, "a.py", 1)), List.of("secret_scan")), Set.of(), LOW, HIGH);

        // Then
        assertThat(assessment.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(assessment.score().value()).isNull();
        assertThat(assessment.score().notScanned()).isEqualTo("not scanned to the end: secret_scan");
        assertThat(Assessment.of(
                                gathered(List.of(ours("a", HIGH, "a.py", 1)), List.of("secret_scan")),
                                Set.of(),
                                LOW,
                                HIGH)
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    private static Assessment assess(List<Finding> findings, Set<String> baseline) {
        return Assessment.of(gathered(findings, List.of()), baseline, LOW, HIGH);
    }

    private static Assessment.Gathered gathered(List<Finding> findings, List<String> notScanned) {
        return new Assessment.Gathered(findings, List.of(), List.of(), List.of(), notScanned);
    }
}
