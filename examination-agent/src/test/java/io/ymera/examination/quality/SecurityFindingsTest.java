package io.ymera.examination.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.agent.TaskFailedException;
import io.ymera.contracts.Json;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityFindingsTest {

    @Test
    void reads_the_results_of_a_sarif_log() throws Exception {
        // Given
        String sarif = """
                {"version": "2.1.0", "runs": [{
                  "tool": {"driver": {"name": "scan", "rules": [
                    {"id": "S1", "defaultConfiguration": {"level": "error"}}, {"id": "S2"}]}},
                  "results": [
                    {"ruleId": "S2", "message": {"text": "weak"}, "locations": [{"physicalLocation":
                      {"artifactLocation": {"uri": "b.py"}, "region": {"startLine": 7, "startColumn": 3}}}]},
                    {"ruleId": "S1", "message": {"text": "injection"}, "locations": [{"physicalLocation":
                      {"artifactLocation": {"uri": "a.py"}, "region": {"startLine": 2}}}]},
                    {"ruleId": "S1", "level": "note", "message": {"text": "minor"}},
                    {"ruleId": "S1", "level": "none", "message": {"text": "no level"}},
                    {"ruleId": "S1", "kind": "pass", "message": {"text": "all well"}},
                    {"ruleId": "S1", "suppressions": [{"kind": "inSource"}], "message": {"text": "suppressed"}},
                    {"ruleId": "S1", "baselineState": "absent", "message": {"text": "gone"}}]}]}
                """;

        // When
        List<Finding> findings = read(sarif);

        // Then
        assertThat(findings)
                .containsExactly(
                        new Finding("scan", "S1", Level.NOTE, "security", "minor", "(nowhere)", 1, null, null, null),
                        new Finding("scan", "S1", Level.ERROR, "security", "injection", "a.py", 2, null, null, null),
                        new Finding("scan", "S2", Level.WARNING, "security", "weak", "b.py", 7, 3, null, null));
    }

    @Test
    void counts_are_as_good_as_a_log() throws Exception {
        assertThat(SecurityFindings.of(new SecurityInput(null, 1, null, 2)))
                .extracting(Finding::level)
                .containsExactlyInAnyOrder(Level.ERROR, Level.NOTE, Level.NOTE);
        assertThat(SecurityFindings.of(new SecurityInput(null, 0, 0, 0))).isEmpty();
    }

    /** The example is what security-agent's own tests hold its reports against. */
    @Test
    void a_security_review_is_taken_as_it_is_by_its_log_and_by_its_counts() throws Exception {
        // Given
        JsonNode review = Json.mapper()
                .readTree(Files.readString(Path.of("../security-agent/src/test/resources/review/report.json")));

        // When
        List<Finding> findings = read(review.path("sarif").toString());
        List<Finding> counted =
                SecurityFindings.of(Json.mapper().treeToValue(review.path("security"), SecurityInput.class));

        // Then
        assertThat(findings)
                .extracting(Finding::tool, Finding::rule, Finding::level, Finding::path, Finding::line)
                .containsExactly(
                        tuple("ymera", "secret_scan/aws-access-key", Level.ERROR, "app/db.py", 2),
                        tuple("ymera", "security_scan/sql-injection", Level.ERROR, "app/db.py", 3),
                        tuple("ymera", "dependency_scan/vulnerable-dependency", Level.WARNING, "package-lock.json", 1),
                        tuple("ymera", "license_scan/licence-review", Level.NOTE, "package-lock.json", 1));
        assertThat(counted)
                .extracting(Finding::level)
                .containsExactlyInAnyOrderElementsOf(
                        findings.stream().map(Finding::level).toList());
    }

    @Test
    void what_says_nothing_is_refused() {
        assertThatThrownBy(() -> SecurityFindings.of(new SecurityInput(null, null, null, null)))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("neither a SARIF log nor counts");
        assertThatThrownBy(() -> read("{\"findings\": 0}")).hasMessageContaining("no runs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"runs\": []}",
                "{\"runs\": [1, null, \"x\", []]}",
                "{\"runs\": [{\"results\": 5}]}",
                "{\"runs\": [{\"results\": [], \"tool\": {\"driver\": {\"rules\": 5}}}]}"
            })
    void a_strange_log_without_results_has_none(String sarif) throws Exception {
        assertThat(read(sarif)).isEmpty();
    }

    @Test
    void a_strange_result_counts_all_the_same() throws Exception {
        assertThat(read("{\"runs\": [{\"results\": [{\"level\": 5, \"message\": [], \"locations\": 3}]}]}"))
                .containsExactly(new Finding(
                        "security scan",
                        "unnamed",
                        Level.WARNING,
                        "security",
                        "no message",
                        "(nowhere)",
                        1,
                        null,
                        null,
                        null));
    }

    private static List<Finding> read(String sarif) throws Exception {
        return SecurityFindings.of(new SecurityInput(Json.mapper().readTree(sarif), null, null, null));
    }
}
