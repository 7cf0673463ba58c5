package io.ymera.examination.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.examination.quality.Measures.ComplexUnit;
import io.ymera.examination.quality.Measures.Coverage;
import io.ymera.examination.quality.Measures.Documentation;
import io.ymera.examination.quality.Measures.Duplication;
import io.ymera.examination.quality.Measures.Performance;
import io.ymera.examination.quality.Measures.Slower;
import io.ymera.examination.quality.Measures.Tests;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {

    @Test
    void code_without_a_flaw_loses_nothing() {
        // When
        Scores scores = Scores.of(Measured.flawless(), Held.DEFAULT, Map.of());

        // Then
        assertThat(scores.overall()).isEqualTo(100);
        assertThat(scores.scores())
                .allSatisfy(score -> assertThat(score.deductions()).isEmpty());
        assertThat(value(scores, ScoreName.CODE)).isEqualTo(100);
        assertThat(value(scores, ScoreName.SECURITY)).isNull();
    }

    @Test
    void the_weight_of_what_was_not_examined_is_spread_over_the_rest() {
        // When
        Scores scores = Scores.of(Measured.flawless(), Held.DEFAULT, Map.of());

        // Then: 0.35 and 0.15 are 0.7 and 0.3 of what is left
        assertThat(scores.scores()).extracting(Score::counted).containsExactly(0.7, 0.0, 0.0, 0.3);
        assertThat(scores.scores()).extracting(Score::weight).containsExactly(0.35, 0.30, 0.20, 0.15);
        assertThat(scores.scores().get(1).notExamined()).isEqualTo("nothing of it was examined");
    }

    @Test
    void if_nothing_was_examined_there_is_no_overall_score() {
        // Given
        Measures nothing = new Measures(100, null, null, null, null, null, null, null, null);

        // Then
        assertThat(Scores.of(nothing, Held.DEFAULT, Map.of()).overall()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1, 5.0", // 40 × 1/10 is less than the least
        "10, 3, 12.0",
        "10, 10, 40.0",
        "0, 0, 40.0",
        "3, 5, 40.0", // subtests: more failures than tests
        "10, 0, 0"
    })
    void tests_that_do_not_pass_cost_by_their_share(int run, int bad, double points) {
        // Given
        Tests tests = new Tests(run, Collections.nCopies(bad, "t"), bad, List.of(), null);

        // When
        Scores scores = Scores.of(Measured.with(2000, tests, List.of()), Held.DEFAULT, Map.of());

        // Then
        assertThat(value(scores, ScoreName.CODE)).isEqualTo(100 - points);
    }

    @Test
    void tests_of_which_nobody_knows_cost_as_much_as_if_none_had_passed() {
        // Given
        Tests broken = new Tests(0, List.of(), 0, List.of(), "It does not compile");

        // When
        Scores scores = Scores.of(Measured.with(2000, broken, List.of()), Held.DEFAULT, Map.of());

        // Then
        assertThat(deductions(scores, ScoreName.CODE))
                .containsExactly(new Deduction(ScoreName.CODE, 40, "It does not compile", List.of()));
    }

    @Test
    void flaky_tests_cost_up_to_their_cap() {
        // Given
        Tests tests = new Tests(10, List.of(), 0, Collections.nCopies(6, "t"), null);

        // When
        Scores scores = Scores.of(Measured.with(2000, tests, List.of()), Held.DEFAULT, Map.of());

        // Then
        assertThat(deductions(scores, ScoreName.CODE)).singleElement().satisfies(deduction -> {
            assertThat(deduction.points()).isEqualTo(10);
            assertThat(deduction.evidence()).hasSize(6).contains("test:t");
        });
    }

    @ParameterizedTest
    @CsvSource({"80, 0", "79.99, 0.1", "60, 10", "0, 25"})
    void coverage_below_the_minimum_costs_half_a_point_for_each_percent(double percent, double points) {
        // When
        Scores scores = Scores.of(Measured.with(new Coverage(percent, List.of("a.py"))), Held.DEFAULT, Map.of());

        // Then
        assertThat(value(scores, ScoreName.CODE)).isEqualTo(100 - points);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, 1, 100, 5", // a small project counts as 1000 lines
        "ERROR, 1, 2000, 2.5",
        "ERROR, 100, 2000, 25",
        "WARNING, 4, 1000, 4",
        "WARNING, 1, 50000, 0.1",
        "NOTE, 10, 1000, 1",
        "NOTE, 1000, 1000, 5"
    })
    void findings_cost_by_level_and_density_up_to_a_cap(Level level, int count, int lines, double points) {
        // Given
        List<Finding> findings = Measured.findings(count, level, "bug");

        // When
        Scores scores = Scores.of(Measured.with(lines, Measured.GOOD_TESTS, findings), Held.DEFAULT, Map.of());

        // Then
        assertThat(value(scores, ScoreName.CODE)).isEqualTo(100 - points);
    }

    @Test
    void complexity_and_duplication_cost_beyond_what_is_usual() {
        // Given
        List<ComplexUnit> units = List.of(
                new ComplexUnit("a.py:1:f", 11), new ComplexUnit("a.py:9:g", 20), new ComplexUnit("a.py:30:h", 21));

        // When
        Scores scores =
                Scores.of(Measured.with(units, new Duplication(5.5, List.of("a.py:1"))), Held.DEFAULT, Map.of());

        // Then: of 2000 lines, 1.5 for the one above 20, 1 for the two above 10, 2.5 for what is above 3 %
        assertThat(deductions(scores, ScoreName.CODE))
                .extracting(Deduction::points)
                .containsExactly(1.5, 1.0, 2.5);
        assertThat(deductions(scores, ScoreName.CODE).getFirst().evidence()).containsExactly("unit:a.py:30:h");
    }

    @Test
    void duplication_up_to_three_percent_costs_nothing() {
        assertThat(Scores.of(Measured.with(List.of(), new Duplication(3.0, List.of())), Held.DEFAULT, Map.of())
                        .overall())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, 1, 75",
        "ERROR, 4, 0",
        "ERROR, 9, 0",
        "WARNING, 2, 84",
        "WARNING, 9, 52",
        "NOTE, 3, 94",
        "NOTE, 99, 80"
    })
    void what_a_security_scan_finds_costs_by_level(Level level, int count, double value) {
        // Given
        List<Finding> found = Measured.findings(count, level, "security");

        // When
        Scores scores =
                Scores.of(Measured.with(List.of(), Measured.ALL_DOCUMENTED, found, null), Held.DEFAULT, Map.of());

        // Then
        assertThat(value(scores, ScoreName.SECURITY)).isEqualTo(value);
    }

    @Test
    void a_finding_counts_once_in_its_own_score_or_else_in_code() {
        // Given
        List<Finding> about = Measured.findings(1, Level.ERROR, "security");

        // When
        Scores scanned =
                Scores.of(Measured.with(about, Measured.ALL_DOCUMENTED, List.of(), null), Held.DEFAULT, Map.of());
        Scores twice = Scores.of(Measured.with(about, Measured.ALL_DOCUMENTED, about, null), Held.DEFAULT, Map.of());
        Scores unscanned = Scores.of(Measured.with(about, Measured.ALL_DOCUMENTED, null, null), Held.DEFAULT, Map.of());

        // Then
        assertThat(value(scanned, ScoreName.SECURITY)).isEqualTo(75);
        assertThat(value(scanned, ScoreName.CODE)).isEqualTo(100);
        assertThat(value(twice, ScoreName.SECURITY)).isEqualTo(75);
        assertThat(value(unscanned, ScoreName.SECURITY)).isNull();
        assertThat(value(unscanned, ScoreName.CODE)).isEqualTo(97.5);
    }

    @Test
    void regressions_cost_by_how_much_slower_they_are() {
        // Given
        Performance performance =
                new Performance(0.1, List.of(new Slower("a::b", 0.30), new Slower("a::c", 9.0)), List.of("a::d"));

        // When
        Scores scores =
                Scores.of(Measured.with(List.of(), Measured.ALL_DOCUMENTED, null, performance), Held.DEFAULT, Map.of());

        // Then
        assertThat(deductions(scores, ScoreName.PERFORMANCE))
                .extracting(Deduction::points)
                .containsExactly(20.0, 40.0, 20.0);
        assertThat(value(scores, ScoreName.PERFORMANCE)).isEqualTo(20);
    }

    @Test
    void undocumented_parts_cost_their_share_and_a_missing_readme_ten() {
        // Given
        Documentation documentation = new Documentation(8, List.of("a.py:1:f"), 2, false);

        // When
        Scores scores = Scores.of(Measured.with(List.of(), documentation, null, null), Held.DEFAULT, Map.of());

        // Then
        assertThat(value(scores, ScoreName.DOCUMENTATION)).isEqualTo(65);
    }

    @Test
    void the_overall_score_is_rounded_down_so_that_what_looks_reached_is_reached() {
        // Given: 0.5 × 99.9 + 0.5 × 100 = 99.95
        Held half = new Held(0.5, 0, 0, 0.5, 100, 80, Optional.empty());

        // When
        Scores scores = Scores.of(
                Measured.with(50_000, Measured.GOOD_TESTS, Measured.findings(1, Level.WARNING, "bug")), half, Map.of());

        // Then
        assertThat(value(scores, ScoreName.CODE)).isEqualTo(99.9);
        assertThat(scores.overall()).isEqualTo(99.9);
    }

    @Test
    void no_score_is_below_zero_and_evidence_is_bounded() {
        // Given
        Tests tests = new Tests(1000, Collections.nCopies(1000, "t"), 1000, Collections.nCopies(99, "f"), null);
        Measures bad = new Measures(
                1000,
                tests,
                new Coverage(0, List.of()),
                Measured.findings(1000, Level.ERROR, "bug"),
                Collections.nCopies(99, new ComplexUnit("a:1:b", 99)),
                new Duplication(90, List.of()),
                null,
                null,
                null);

        // When
        Scores scores = Scores.of(bad, Held.DEFAULT, Map.of());

        // Then
        assertThat(scores.overall()).isZero();
        assertThat(deductions(scores, ScoreName.CODE))
                .allSatisfy(deduction -> assertThat(deduction.evidence()).hasSizeLessThanOrEqualTo(50));
    }

    private static @Nullable Double value(Scores scores, ScoreName name) {
        return find(scores, name).value();
    }

    private static List<Deduction> deductions(Scores scores, ScoreName name) {
        return find(scores, name).deductions();
    }

    private static Score find(Scores scores, ScoreName name) {
        return scores.scores().stream()
                .filter(score -> score.name() == name)
                .findFirst()
                .orElseThrow();
    }
}
