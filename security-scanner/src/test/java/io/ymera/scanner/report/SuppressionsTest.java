package io.ymera.scanner.report;

import static io.ymera.scanner.report.Samples.CODE;
import static io.ymera.scanner.report.Samples.SECRETS;
import static io.ymera.scanner.report.Samples.finding;
import static io.ymera.scanner.report.Samples.injection;
import static io.ymera.scanner.report.Samples.ran;
import static io.ymera.scanner.report.Samples.report;
import static io.ymera.scanner.report.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

    @TempDir
    Path root = Path.of("");

    @Test
    void a_comment_in_the_line_suppresses_with_its_reason_and_its_end() throws IOException {
        // Given
        String code =
                "class A {\n  run(x); // ymera:ignore sql-injection until 2027-01-31 -- only admins get here\n}\n";

        // When
        Report report = inFile("A.java", code, injection("A.java", 2));

        // Then
        assertThat(report.findings()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.suppressed())
                .extracting(Reported::suppression)
                .containsExactly(new Suppression(
                        Suppression.Kind.INLINE, "only admins get here", LocalDate.parse("2027-01-31"), "A.java", 2));
        assertThat(report.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.py|# ymera:ignore sql-injection -- it is a test",
                "a.py|# noqa # ymera:ignore security_scan/sql-injection -- it is a test",
                "a.ts|/* ymera:ignore sql-injection -- it is a test */",
                "a.jsx|{/* ymera:ignore sql-injection -- it is a test */}",
                "a.xml|<!-- ymera:ignore sql-injection - it is a test -->",
                "a.html|<!-- ymera:ignore sql-injection — it is a test -->",
                "a.sql|-- ymera:ignore sql-injection -- it is a test",
                "Dockerfile|# ymera:ignore sql-injection -- it is a test",
                "a.yaml|# ymera:ignore other, sql-injection -- it is a test",
                "a.properties|# ymera:ignore sql-injection -- it is a test",
            })
    void each_language_has_its_comments_in_the_line_above(String path, String comment) throws IOException {
        Report report = inFile(path, "first\n" + comment + "\nsecond\n", injection(path, 3));

        assertThat(report.suppressed()).hasSize(1);
        assertThat(Objects.requireNonNull(report.suppressed().getFirst().suppression())
                        .reason())
                .isEqualTo("it is a test");
    }

    @Test
    void several_comments_may_stand_above_the_line() throws IOException {
        String code =
                "// ymera:ignore sql-injection -- one\n/* more\n * ymera:ignore log-injection -- two\n */\nrun();\n";

        Report report = inFile(
                "a.js", code, injection("a.js", 5), finding(CODE, "log-injection", 117, Severity.LOW, "a.js", 5));

        assertThat(report.suppressed()).hasSize(2);
    }

    @Test
    void a_comment_behind_the_end_of_a_statement_of_many_lines_is_for_its_beginning() throws IOException {
        Finding wide =
                Finding.at(CODE, "sql-injection", 89, Severity.HIGH, "m", "f", new Location("a.js", 1, 1, 3, 2), "a");

        Report report = inFile("a.js", "run(\n  x\n) // ymera:ignore sql-injection -- one\n", wide);

        assertThat(report.suppressed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String s = \"// ymera:ignore sql-injection -- in a string\"; run();",
                "String s = \"\"\"\n// ymera:ignore sql-injection -- in a text block\n\"\"\"; run();",
                "run(); // do not write `ymera:ignore sql-injection -- x`",
                "run(); // xymera:ignore sql-injection -- x",
                "run(); // ymera:ignored sql-injection -- x",
                "run(); // ymera:ignore sql -- another rule",
            })
    void what_is_no_such_comment_suppresses_nothing(String code) throws IOException {
        int last = (int) code.lines().count();

        Report report = inFile("A.java", code + "\n", injection("A.java", last));

        assertThat(report.findings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "// ymera:ignore sql-injection|has no reason",
                "// ymera:ignore sql-injection --|has no reason",
                "// ymera:ignore sql-injection because|has no reason",
                "// ymera:ignore -- all of it|names no rule",
                "// ymera:ignore * -- all of it|is for all rules",
                "// ymera:ignore sql-injection, * -- all of it|is for all rules",
                "// ymera:ignore sql-injection until tomorrow -- x|has a date that is none",
                "// ymera:ignore sql-injection until 2026-11-25 -- x|expired with 2026-11-25",
                "// ymera:ignore log-injection -- x|is not needed for log-injection",
            })
    void what_can_not_be_followed_is_said(String comment, String why) throws IOException {
        Report report = inFile("A.java", "run(); " + comment + "\n", injection("A.java", 1));

        assertThat(report.findings()).hasSize(1);
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.notes())
                .extracting(
                        ReportNote::path,
                        note -> note.text().contains(why) && note.text().contains("in line 1"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A.java", true));
    }

    @Test
    void the_last_day_counts() throws IOException {
        Report report = inFile(
                "A.java", "run(); // ymera:ignore sql-injection until 2026-11-26 -- x\n", injection("A.java", 1));

        assertThat(report.suppressed()).hasSize(1);
    }

    @Test
    void whether_a_suppression_is_needed_is_only_said_when_all_scans_came_to_their_end() throws IOException {
        // Given
        var tree = tree(root, "A.java", "run(); // ymera:ignore sql-injection -- x\n");

        // When
        Report some = Report.of(tree, List.of(ran(SECRETS)), false, Samples.settings(Baseline.NONE));
        Report broken = report(tree, new Ran(CODE, new Findings(List.of(), List.of()), false));
        Report all = report(tree, ran(CODE));

        // Then
        assertThat(some.notes()).isEmpty();
        assertThat(broken.notes()).isEmpty();
        assertThat(all.notes()).hasSize(1);
    }

    @Test
    void a_secret_in_an_old_version_is_not_suppressed_by_a_comment_in_the_new_one() throws IOException {
        Finding old =
                Finding.at(SECRETS, "aws", 798, Severity.HIGH, "m", "f", Location.line("A.java", 1), "history abc aws");

        Report report = inFile("A.java", "run(); // ymera:ignore aws -- x\n", old);

        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void a_file_suppresses_by_rule_and_path_and_by_fingerprint() throws IOException {
        // Given
        Finding[] findings = {injection("src/old/A.java", 1), injection("src/new/B.java", 1), injection("C.java", 1)};
        String print =
                report(tree(root), ran(CODE, findings)).findings().getFirst().fingerprint();
        var tree = tree(root, SuppressionFile.PATH, """
            suppressions:
              - rule: sql-injection
                path: "src/**/old/*.java"
                reason: is not reachable
                expires: 2026-12-31
              - fingerprint: "%s"
                reason: a false alarm
            """.formatted(print));

        // When
        Report report = report(tree, ran(CODE, findings));

        // Then
        assertThat(report.findings())
                .extracting(one -> one.finding().location().path())
                .containsExactly("src/new/B.java");
        assertThat(report.suppressed())
                .extracting(one -> Objects.requireNonNull(one.suppression()).reason())
                .containsExactly("a false alarm", "is not reachable");
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void entries_that_are_wrong_are_said_and_left_out_and_the_others_hold() throws IOException {
        // Given
        var tree = tree(root, SuppressionFile.PATH, """
            suppressions:
              - rule: sql-injection
              - reason: x
              - {rule: "*", reason: x}
              - {rule: sql-injection, reason: x, expires: 2020-01-01}
              - {rule: sql-injection, reason: x, expires: soon}
              - {rule: [a], reason: x}
              - {rule: sql-injection, reason: x, until: 2027-01-01}
              - 7
              - {rule: nothing, reason: x}
              - {rule: sql-injection, reason: holds}
            """);

        // When
        Report report = report(tree, ran(CODE, injection("A.java", 1)));

        // Then
        assertThat(report.suppressed()).hasSize(1);
        assertThat(report.notes())
                .extracting(ReportNote::text)
                .containsExactlyInAnyOrder(
                        "Suppression 1 has no reason; it is not followed",
                        "Suppression 2 needs a rule or a fingerprint; it is not followed",
                        "Suppression 3 is for all rules; name those that are meant; it is not followed",
                        "Suppression 4 expired with 2020-01-01",
                        "Suppression 5 has a date that is none; write it as 2027-01-31; it is not followed",
                        "Suppression 6 has a 'rule' that is no text; it is not followed",
                        "Suppression 7 has a member that is none of rule, path, fingerprint, reason and expires; it is"
                                + " not followed",
                        "Suppression 8 is no set of members; it is not followed",
                        "Suppression 9 is not needed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suppressions: [",
                "a: &a [x,x,x,x,x,x,x,x,x]\n"
                        + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                        + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "suppressions: [*c,*c,*c,*c,*c,*c]",
                "suppressions: &a [*a]",
                "&a ? *a : 1",
                "suppressions: {rule: a}",
                "[1, 2]",
                "suppressions: !!java.net.URL [x]",
                "suppressions: []\nsuppressions: []",
                "\u0000",
            })
    void a_hostile_file_is_a_note(String yaml) throws IOException {
        Report report = report(tree(root, SuppressionFile.PATH, yaml), ran(CODE, injection("A.java", 1)));

        assertThat(report.findings()).hasSize(1);
        assertThat(report.suppressed()).isEmpty();
    }

    @Test
    void a_deeply_nested_file_and_one_of_ten_megabytes_are_notes() throws Exception {
        List<String> files = List.of(
                "[".repeat(10_000),
                "- ".repeat(10_000),
                "? ".repeat(10_000),
                "{a: ".repeat(10_000),
                "x".repeat(10_000_000));
        for (String yaml : files) {
            Report report = report(tree(root, SuppressionFile.PATH, yaml), ran(CODE, injection("A.java", 1)));

            assertThat(report.findings()).hasSize(1);
            assertThat(report.notes()).hasSize(1);
        }
    }

    @Test
    void a_file_that_is_reached_through_a_link_is_not_read() throws IOException {
        // Given
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("security.yaml"), "suppressions: [{rule: sql-injection, reason: x}]");
        Path code = Files.createDirectories(root.resolve("code"));
        Files.createSymbolicLink(code.resolve(".ymera"), elsewhere);

        // When
        Report report = report(tree(code), ran(CODE, injection("A.java", 1)));

        // Then
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void long_lines_open_comments_and_many_marks_are_read_in_one_pass() throws IOException {
        // Given
        String marks = "/* ymera:ignore a -- b */ \" ' ` ".repeat(100_000);
        String code = "x".repeat(10_000_000) + "\n" + marks + "\n/* "
                + "ymera:ignore sql-injection -- open\n * ".repeat(50_000);

        // When
        Report report = inFile("a.js", code, injection("a.js", 2));

        // Then
        assertThat(report.findings()).hasSize(1);
        assertThat(report.notes()).hasSizeLessThan(60_000);
    }

    @Test
    void what_would_mislead_on_a_screen_is_not_in_the_reason() throws IOException {
        Report report = inFile(
                "A.java",
                "run(); // ymera:ignore sql-injection -- a\u202eb\u001b[31mc " + "d".repeat(1000) + "\n",
                injection("A.java", 1));

        assertThat(Objects.requireNonNull(report.suppressed().getFirst().suppression())
                        .reason())
                .startsWith("ab [31mc d")
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void a_job_may_say_that_suppressions_are_not_followed() throws IOException {
        var tree = tree(root, "A.java", "run(); // ymera:ignore sql-injection -- x\n");
        var settings = new Report.Settings(Samples.TODAY, Severity.HIGH, Baseline.NONE, false);

        Report report = Report.of(tree, List.of(ran(CODE, injection("A.java", 1))), true, settings);

        assertThat(report.findings()).hasSize(1);
    }

    private Report inFile(String path, String text, Finding... findings) throws IOException {
        return report(tree(root, path, text), ran(findings[0].scan(), findings));
    }
}
