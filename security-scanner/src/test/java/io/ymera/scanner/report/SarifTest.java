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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifTest {

    /** OASIS' own; the examination agent keeps it. */
    private static final Path SCHEMA =
            Path.of("../common/codebase/src/test/resources/sarif-schema/sarif-schema-2.1.0.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path root = Path.of("");

    @Test
    void a_log_has_a_run_for_each_scan_with_rules_weaknesses_flows_and_suppressions() throws Exception {
        // Given
        var tree = tree(root, "src/A b.java", "x\nrun(); // ymera:ignore sql-injection until 2027-01-31 -- a test\n");
        Ran code = ran(
                CODE,
                injection("src/A b.java", 2),
                flow("src/A b.java", 9),
                finding(CODE, "sql-injection", 564, Severity.CRITICAL, "B.java", 1),
                finding(CODE, "log-injection", 117, Severity.LOW, "B.java", 2));
        Ran secrets = new Ran(SECRETS, new Findings(List.of(), List.of(new Note("a:b.bin", "Is too long"))), false);

        // When
        JsonNode log = log(report(tree, code, secrets));

        // Then
        assertThat(problems(log)).isEmpty();
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("ymera/security_scan/");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("name")).contains("LogInjection", "SqlInjection");
        JsonNode rule = run.at("/tool/driver/rules/1");
        assertThat(rule.at("/properties/security-severity").asText()).isEqualTo("9.5");
        assertThat(rule.at("/properties/tags").toString())
                .isEqualTo("[\"security\",\"external/cwe/cwe-089\",\"external/cwe/cwe-564\"]");
        assertThat(rule.at("/relationships/0/target/toolComponent/name").asText())
                .isEqualTo("CWE");
        assertThat(run.at("/taxonomies/0/taxa").findValuesAsText("id")).containsExactly("89", "117", "564");
        assertThat(rule.at("/help/text").asText()).isEqualTo("Do it right");
        JsonNode result = run.at("/results/3");
        assertThat(result.at("/codeFlows/0/threadFlows/0/locations")).hasSize(3);
        assertThat(result.at("/codeFlows/0/threadFlows/0/locations/1/location/message/text")
                        .asText())
                .isEqualTo("Is put into a {{0} [text\\](1)");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/suppressions")).isEmpty();
        JsonNode suppressed = run.at("/results/2");
        assertThat(suppressed.at("/suppressions/0/kind").asText()).isEqualTo("inSource");
        assertThat(suppressed.at("/suppressions/0/justification").asText()).isEqualTo("a test");
        assertThat(suppressed
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/A%20b.java");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        JsonNode broken = log.at("/runs/1/invocations/0");
        assertThat(broken.at("/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(broken.at("/toolExecutionNotifications/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("a%3Ab.bin");
    }

    @Test
    void baseline_states_are_in_the_log_only_if_there_is_a_baseline() throws Exception {
        // Given
        Ran scan = ran(CODE, injection("A.java", 1));
        JsonNode first = log(report(tree(root), scan));

        // When
        JsonNode second = log(Report.of(tree(root), List.of(scan), true, Samples.settings(Baseline.of(first))));

        // Then
        assertThat(first.at("/runs/0/results/0").has("baselineState")).isFalse();
        assertThat(second.at("/runs/0/results/0/baselineState").asText()).isEqualTo("unchanged");
        assertThat(problems(second)).isEmpty();
    }

    @Test
    void odd_places_make_no_invalid_regions() throws Exception {
        // Given
        Ran scan = ran(
                CODE,
                at(new Location("a", 0, 0, 0, 0)),
                at(new Location("b", 5, 9, 5, 9)),
                at(new Location("c", 5, 9, 4, 1)),
                at(Location.line("d", 3)),
                at(new Location("../e\n%\u202e?#", 1, 1, 1, 2)));

        // When
        JsonNode log = log(report(tree(root), scan));

        // Then
        assertThat(problems(log)).isEmpty();
        assertThat(log.findValues("region").stream().map(JsonNode::toString))
                .contains("{\"startLine\":1}", "{\"startLine\":5,\"startColumn\":9}", "{\"startLine\":3}");
        assertThat(log.toString()).contains("../e%0A%25%E2%80%AE%3F%23");
    }

    @Test
    void an_empty_report_is_a_valid_log() throws Exception {
        assertThat(problems(log(report(tree(root), ran(CODE))))).isEmpty();
        assertThat(problems(log(report(tree(root))))).isEmpty();
    }

    private static Finding at(Location location) {
        return Finding.at(CODE, "x", null, Severity.LOW, "m", "f", location, "a");
    }

    private static JsonNode log(Report report) {
        return JSON.valueToTree(Sarif.log(report));
    }

    private static List<String> problems(JsonNode log) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(JSON.readTree(Files.readString(SCHEMA)))
                .validate(log)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
