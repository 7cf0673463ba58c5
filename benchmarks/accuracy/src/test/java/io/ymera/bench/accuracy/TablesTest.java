package io.ymera.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    @TempDir
    Path corpus = Path.of("");

    @Test
    void pairs_are_found_by_how_they_are_laid_out() throws IOException {
        // Given
        pair("java/cwe-089-sql-injection/loop-ids");
        pair("java/cwe-1004-cookie/config-plain");

        // When
        List<Pair> pairs = Pair.in(corpus);

        // Then
        assertThat(pairs)
                .extracting(Pair::language, Pair::cwe, Pair::variant)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("java", 89, "loop"),
                        org.assertj.core.groups.Tuple.tuple("java", 1004, "config"));
    }

    /** Who looked at a pair while mending the scanner must not count it as held back later: the halves are as they are for good. */
    @Test
    void a_pair_is_held_back_or_not_by_its_name() throws IOException {
        pair("java/cwe-089-sql-injection/loop-ids");
        pair("java/cwe-089-sql-injection/loop-names");

        assertThat(Pair.in(corpus)).extracting(Pair::heldBack).containsExactly(false, true);
    }

    @Test
    void a_twin_that_is_missing_and_a_name_that_says_nothing_are_errors() throws IOException {
        pair("java/cwe-089-sql-injection/loop-ids");
        Files.delete(corpus.resolve("java/cwe-089-sql-injection/loop-ids/safe"));
        assertThatThrownBy(() -> Pair.in(corpus)).hasMessageContaining("loop-ids has no folders");

        Files.createDirectories(corpus.resolve("java/sql"));
        Files.move(corpus.resolve("java/cwe-089-sql-injection"), corpus.resolve("java/sql/x"));
        assertThatThrownBy(() -> Pair.in(corpus)).hasMessageContaining("should be named");
    }

    @Test
    void recall_and_false_alarms_are_counted_by_weakness_and_by_variant() throws IOException {
        // Given
        pair("java/cwe-089-sql-injection/loop-a");
        pair("java/cwe-089-sql-injection/field-b");
        pair("java/cwe-1004-cookie/config-c");
        List<Pair> pairs = Pair.in(corpus);
        List<Outcome> outcomes = List.of(
                Outcome.of(pairs.get(0), says(finding(89)), says(finding(89), finding(798))),
                Outcome.of(pairs.get(1), says(finding(564)), says()),
                Outcome.of(pairs.get(2), says(finding(614)), says()));

        // When
        List<Table> tables = Tables.of(outcomes);

        // Then
        assertThat(tables)
                .extracting(Table::title)
                .containsExactly(
                        "All languages",
                        "Pairs for mending, and pairs held back",
                        "java, by weakness",
                        "java, by variant");
        assertThat(tables.get(1).rows().get("all"))
                .isEqualTo(tables.get(0).rows().get("all"));
        Table byWeakness = tables.get(2);
        assertThat(byWeakness.rows().keySet()).containsExactly("CWE-89", "CWE-1004", "all");
        assertThat(byWeakness.rows().get("CWE-89")).isEqualTo(new Tally(2, 2, 2, 1, 1));
        assertThat(Objects.requireNonNull(byWeakness.rows().get("CWE-89")).youden())
                .isEqualTo(50);
        assertThat(Objects.requireNonNull(byWeakness.rows().get("CWE-1004")).recall())
                .isZero();
        assertThat(Objects.requireNonNull(byWeakness.rows().get("all")).recall())
                .isCloseTo(66.7, within(0.1));
        assertThat(byWeakness.mean()).isEqualTo(25);
        assertThat(byWeakness.markdown()).contains("| CWE-89 | 2 | 2 | 100.0 % | 50.0 % | 50.0 | 1 |");
        assertThat(byWeakness.text()).contains("CWE-1004");
        assertThat(tables.get(3).rows().keySet()).containsExactly("config", "field", "loop", "all");
    }

    @Test
    void a_list_of_what_is_expected_is_judged_by_the_files_that_data_comes_through() throws IOException {
        // Given
        Path file = corpus.resolve("expected.csv");
        Files.writeString(file, """
            # test name, category, real vulnerability, cwe, version 1.2
            Test00001,sqli,true,89
            Test00002,sqli,false,89
            Test00003,sqli,false,89
            Test00004,xss,true,79,extra
            """);
        Expected expected = Expected.read(file);
        Finding through = new Finding(
                "s",
                "r",
                List.of(89),
                Severity.HIGH,
                "m",
                "f",
                Location.line("helpers/Db.java", 1),
                List.of(new io.ymera.scanner.finding.Step(Location.line("a/Test00001.java", 3), "x")),
                "a",
                java.util.Map.of());

        // When
        Table table =
                Expected.table(expected.judge(List.of(through, at("a/Test00003.java", 89), at("Test00002.java", 79))));

        // Then
        assertThat(table.rows().get("sqli (CWE-89)")).isEqualTo(new Tally(1, 1, 2, 1, 0));
        assertThat(table.rows().get("xss (CWE-79)")).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(table.text()).contains("1+2");
    }

    @Test
    void a_line_that_is_none_is_an_error() throws IOException {
        Path file = corpus.resolve("expected.csv");
        Files.writeString(file, "Test00001,sqli,perhaps,89\n");

        assertThatThrownBy(() -> Expected.read(file)).hasMessageContaining("'Test00001,sqli,perhaps,89'");
    }

    private void pair(String path) throws IOException {
        Files.createDirectories(corpus.resolve(path).resolve("vulnerable"));
        Files.createDirectories(corpus.resolve(path).resolve("safe"));
    }

    private static Scanned says(Finding... findings) {
        return new Scanned(List.of(findings), true);
    }

    private static Finding finding(int cwe) {
        return at("A.java", cwe);
    }

    private static Finding at(String path, int cwe) {
        return Finding.at("s", "r" + cwe, cwe, Severity.HIGH, "m", "f", Location.line(path, 1), "a");
    }
}
