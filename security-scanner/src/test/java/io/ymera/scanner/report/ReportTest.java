package io.ymera.scanner.report;

import static io.ymera.scanner.report.Samples.CODE;
import static io.ymera.scanner.report.Samples.SECRETS;
import static io.ymera.scanner.report.Samples.finding;
import static io.ymera.scanner.report.Samples.flow;
import static io.ymera.scanner.report.Samples.injection;
import static io.ymera.scanner.report.Samples.ran;
import static io.ymera.scanner.report.Samples.report;
import static io.ymera.scanner.report.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path root = Path.of("");

    @Test
    void fingerprints_stay_when_lines_move_and_tell_equal_findings_apart() throws IOException {
        // When
        List<String> before = prints(injection("A.java", 1), injection("A.java", 7), injection("B.java", 1));
        List<String> moved = prints(injection("A.java", 11), injection("A.java", 40), injection("B.java", 3));

        // Then
        assertThat(moved).isEqualTo(before).doesNotHaveDuplicates();
    }

    @Test
    void fingerprints_of_parts_that_only_look_alike_when_joined_differ() throws IOException {
        List<String> prints = prints(
                Finding.at("s", "a", null, Severity.LOW, "m", "f", io.ymera.scanner.finding.Location.line("b", 1), "c"),
                Finding.at(
                        "s", "ab", null, Severity.LOW, "m", "f", io.ymera.scanner.finding.Location.line("", 1), "c"));

        assertThat(prints.stream().map(print -> print.substring(0, 32))).doesNotHaveDuplicates();
    }

    @Test
    void the_order_does_not_depend_on_that_of_the_findings() throws IOException {
        // Given
        List<Finding> findings = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> findings.add(injection("A%d.java".formatted(i % 7), 1 + i % 5)));
        Report report = report(tree(root), ran(CODE, findings.toArray(Finding[]::new)));

        // When
        Collections.shuffle(findings, new Random(7));
        Report shuffled = report(tree(root), ran(CODE, findings.toArray(Finding[]::new)));

        // Then
        assertThat(shuffled.findings()).isEqualTo(report.findings());
        assertThat(Sarif.log(shuffled)).isEqualTo(Sarif.log(report));
    }

    @Test
    void what_two_scans_say_about_one_line_is_one_finding_and_what_one_says_twice_is_two() throws IOException {
        // Given
        Finding secret = finding(SECRETS, "password", 798, Severity.HIGH, "A.java", 3);
        Finding code = finding(CODE, "hard-coded-password", 798, Severity.CRITICAL, "A.java", 3);
        Finding other = finding(CODE, "sql-injection", 89, Severity.HIGH, "A.java", 3);
        Finding again = finding(CODE, "sql-injection", 89, Severity.HIGH, "A.java", 3);

        // When
        Report report = report(tree(root), ran(SECRETS, secret), ran(CODE, code, other, again));

        // Then
        assertThat(report.findings()).hasSize(3);
        assertThat(report.findings().getFirst().finding().rule()).isEqualTo("hard-coded-password");
        assertThat(report.findings().getFirst().also())
                .extracting(Reported.Also::rule)
                .containsExactly("password");
    }

    @Test
    void a_folded_finding_stays_known_by_its_own_name() throws IOException {
        // Given
        Finding secret = finding(SECRETS, "password", 798, Severity.HIGH, "A.java", 3);
        Finding code = finding(CODE, "hard-coded-password", 798, Severity.CRITICAL, "A.java", 3);
        Baseline baseline = baseline(prints(secret));

        // When
        Report report = against(baseline, ran(SECRETS, secret), ran(CODE, code));

        // Then
        assertThat(report.findings()).extracting(Reported::baselineState).containsExactly(BaselineState.UNCHANGED);
        assertThat(report.absent()).isEmpty();
    }

    @Test
    void only_what_is_new_fails_and_what_is_gone_is_said() throws IOException {
        // Given
        List<String> known = prints(injection("A.java", 1), injection("Gone.java", 1));

        // When
        Report same = against(baseline(known), ran(CODE, injection("A.java", 9)));
        Report worse = against(baseline(known), ran(CODE, injection("A.java", 9), injection("New.java", 1)));

        // Then
        assertThat(same.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(same.counts().fresh()).isZero();
        assertThat(same.absent()).extracting(Absent::fingerprint).containsExactly(known.get(1));
        assertThat(worse.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(worse.counts().fresh()).isEqualTo(1);
    }

    @Test
    void an_earlier_log_is_a_baseline_and_says_what_is_gone() throws IOException {
        // Given
        Report first = report(tree(root), ran(CODE, injection("a b/A.java", 1)), ran(SECRETS));
        JsonNode log = JSON.valueToTree(Sarif.log(first));

        // When
        Report second = against(Baseline.of(log), ran(CODE), ran(SECRETS));
        Report secretsOnly = against(Baseline.of(log), ran(SECRETS));
        Report broken = against(Baseline.of(log), new Ran(CODE, new Findings(List.of(), List.of()), false));

        // Then
        assertThat(second.absent())
                .containsExactly(new Absent(
                        first.findings().getFirst().fingerprint(),
                        CODE,
                        "sql-injection",
                        "It is wrong",
                        "a%20b/A.java"));
        assertThat(secretsOnly.absent()).isEmpty();
        assertThat(broken.absent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "[1]", "{\"runs\": {}}", "\"x\"", "[\"a\", null]"})
    void what_is_no_baseline_is_refused(String json) {
        assertThatThrownBy(() -> Baseline.of(JSON.readTree(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"runs\": [7, {}, {\"results\": 7}, {\"results\": [7, {\"partialFingerprints\": [], \"locations\":"
                        + " {}}]}]}",
                "{\"runs\": [{\"automationDetails\": {\"id\": 7}, \"results\": [{\"partialFingerprints\":"
                        + " {\"ymeraFinding/v1\": 7}}]}]}",
            })
    void a_log_with_wrong_types_is_a_baseline_without_names(String json) throws IOException {
        Report report = against(Baseline.of(JSON.readTree(json)), ran(CODE, injection("A.java", 1)));

        assertThat(report.findings()).extracting(Reported::baselineState).containsExactly(BaselineState.NEW);
        assertThat(report.notes().getFirst().text()).contains("have no fingerprint of ours");
    }

    @Test
    void each_point_that_is_lost_is_explained() throws IOException {
        // Given
        List<Finding> findings = new ArrayList<>(List.of(injection("A.java", 1)));
        IntStream.range(0, 30)
                .forEach(i -> findings.add(finding(CODE, "log-injection", 117, Severity.LOW, "B.java", i + 1)));

        // When
        Report report = report(tree(root), ran(CODE, findings.toArray(Finding[]::new)));

        // Then
        assertThat(report.score().points()).isEqualTo(55);
        assertThat(report.score().lost())
                .containsExactly(
                        new Score.Lost(25, "1 × security_scan/sql-injection, high: 25 each"),
                        new Score.Lost(
                                20,
                                "30 × security_scan/log-injection, low: 2 each, less because all of low cost 20 at"
                                        + " most"));
    }

    @Test
    void a_scan_that_broke_is_neither_a_pass_nor_free() throws IOException {
        Report report = report(
                tree(root), new Ran(SECRETS, new Findings(List.of(), List.of(new Note(null, "It broke"))), false));

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.score().points()).isEqualTo(75);
        assertThat(report.score().lost().getFirst().reason()).contains("secret_scan did not come to its end");
        assertThat(report.notes()).containsExactly(new ReportNote(SECRETS, null, "It broke"));
    }

    @Test
    void a_finding_below_the_threshold_does_not_fail() throws IOException {
        Report report = report(tree(root), ran(CODE, finding(CODE, "x", 1, Severity.MEDIUM, "A.java", 1)));

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.score().points()).isEqualTo(92);
        assertThat(report.counts().bySeverity()).isEqualTo(Map.of("critical", 0, "high", 0, "medium", 1, "low", 0));
    }

    @Test
    void of_many_notes_that_say_the_same_some_are_kept() throws IOException {
        List<Note> notes = IntStream.range(0, 10_000)
                .mapToObj(i -> new Note("%05d".formatted(i), "Is a link"))
                .toList();

        Report report = report(tree(root), new Ran(CODE, new Findings(List.of(), notes), true));

        assertThat(report.notes()).hasSize(51);
        assertThat(report.notes().getFirst().text()).isEqualTo("The same is true of 9,950 more files: Is a link");
    }

    @Test
    void a_flow_keeps_the_name_of_the_finding() throws IOException {
        assertThat(prints(flow("A.java", 5))).isEqualTo(prints(injection("A.java", 5)));
    }

    private List<String> prints(Finding... findings) throws IOException {
        return report(tree(root), ran(CODE, findings)).findings().stream()
                .map(Reported::fingerprint)
                .toList();
    }

    private Report against(Baseline baseline, Ran... scans) throws IOException {
        return Report.of(tree(root), List.of(scans), true, Samples.settings(baseline));
    }

    private static Baseline baseline(List<String> prints) {
        return Baseline.of(JSON.valueToTree(prints));
    }
}
