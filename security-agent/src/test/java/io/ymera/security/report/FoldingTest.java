package io.ymera.security.report;

import static io.ymera.security.report.Made.finding;
import static io.ymera.security.report.Made.ours;
import static io.ymera.security.report.Severity.HIGH;
import static io.ymera.security.report.Severity.LOW;
import static io.ymera.security.report.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void what_two_tools_say_of_the_same_mistake_is_one_finding_in_our_words() {
        // Given
        Finding bandit = finding("bandit", "B608", MEDIUM, "a.py", 9, 89);
        Finding semgrep = finding("semgrep", "python.sqli", LOW, "a.py", 12, 943);
        Finding ours = ours("sql-injection", HIGH, "a.py", 10, 89);

        // When
        List<Finding> folded = Folding.fold(List.of(bandit, semgrep, ours));

        // Then
        assertThat(folded).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("sql-injection");
            assertThat(one.severity()).isEqualTo(HIGH);
            assertThat(one.fingerprint()).isEqualTo(ours.fingerprint());
            assertThat(one.sources())
                    .containsExactly(
                            new Source("ymera", "sql-injection"),
                            new Source("bandit", "B608"),
                            new Source("semgrep", "python.sqli"));
        });
    }

    @Test
    void what_is_three_lines_apart_or_of_another_family_or_in_another_file_stays_two() {
        // Given
        Finding ours = ours("sql-injection", HIGH, "a.py", 10, 89);

        // When
        List<Finding> folded = Folding.fold(List.of(
                ours,
                finding("bandit", "B608", MEDIUM, "a.py", 13, 89),
                finding("bandit", "B602", HIGH, "a.py", 10, 78),
                finding("bandit", "B608", MEDIUM, "b.py", 10, 89),
                finding("semgrep", "no-cwe", MEDIUM, "a.py", 10)));

        // Then
        assertThat(folded).hasSize(5);
    }

    @Test
    void what_one_tool_says_twice_stays_two_and_the_nearest_is_folded_into() {
        // Given
        Finding first = ours("sql-injection", HIGH, "a.py", 10, 89);
        Finding second = ours("sql-injection", HIGH, "a.py", 11, 89);

        // When
        List<Finding> folded = Folding.fold(List.of(first, second, finding("bandit", "B608", MEDIUM, "a.py", 11, 89)));

        // Then
        assertThat(folded).extracting(one -> one.sources().size()).containsExactly(1, 2);
    }

    @Test
    void a_vulnerability_is_the_same_by_any_of_its_names_in_the_same_component() {
        // Given
        Finding ours = Made.about(
                ours("vulnerable-dependency", HIGH, "package-lock.json", 7, 1395),
                Map.of(
                        "advisory",
                        "GHSA-35jh-r3h4-6jhm",
                        "aliases",
                        "CVE-2021-23337",
                        "purl",
                        "pkg:npm/lodash@4.17.20"));
        Finding same = Made.about(
                finding("trivy", "CVE-2021-23337", HIGH, "package-lock.json", 1, 1395),
                Map.of("advisory", "CVE-2021-23337", "package", "lodash@4.17.20"));
        Finding other = Made.about(
                finding("trivy", "CVE-2021-23337", HIGH, "package-lock.json", 1, 1395),
                Map.of("advisory", "CVE-2021-23337", "package", "lodash.template@4.5.0"));

        // When
        List<Finding> folded = Folding.fold(List.of(other, same, ours));

        // Then
        assertThat(folded).extracting(one -> one.sources().size()).containsExactly(1, 2);
    }
}
