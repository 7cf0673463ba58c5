package io.ymera.security.report;

import static io.ymera.security.report.Made.finding;
import static io.ymera.security.report.Made.ours;
import static io.ymera.security.report.Severity.HIGH;
import static io.ymera.security.report.Severity.LOW;
import static io.ymera.security.report.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.sarif.SarifSchema;
import io.ymera.contracts.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SarifTest {

    private static final List<PlanStep> PLAN = List.of(new PlanStep("scan", "ymera", "0.1.0", "2 files"));
    private static final List<MissingTool> MISSING =
            List.of(new MissingTool("bandit", "a second opinion on Python", "pip install bandit"));

    @Test
    void a_log_is_valid_and_has_flows_weaknesses_sources_and_suppressions() throws Exception {
        // Given
        Finding flowing = Made.flowing(
                ours("sql-injection", HIGH, "a b/ä:1.py", 9, 89, 943),
                new Step(Place.line("a b/ä:1.py", 3), "a parameter of the request"),
                new Step(new Place("a b/ä:1.py", 9, 5, 9, 30), "becomes part of the statement"));
        Finding folded = flowing.with(List.of(flowing.sources().getFirst(), new Source("semgrep", "sqli")));
        Finding excused = Made.suppressed(ours("weak-hash", MEDIUM, "b.py", 1, 327), "2026-12-31");
        Finding theirs = finding("trivy", "DS002", LOW, "Dockerfile", 1);

        // When
        JsonNode log = log(List.of(folded, theirs, excused), true);

        // Then
        assertThat(SarifSchema.problems(log)).isEmpty();
        assertThat(log.findValuesAsText("name")).contains("bandit", "trivy", "ymera");
        JsonNode run = log.at("/runs/2");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                .contains("security_scan/sql-injection", "security_scan/weak-hash");
        assertThat(run.at("/tool/driver/rules/0/properties/tags").toString())
                .contains("external/cwe/cwe-89", "external/cwe/cwe-943");
        JsonNode result = run.at("/results/0");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("a%20b/%C3%A4%3A1.py");
        assertThat(result.at("/codeFlows/0/threadFlows/0/locations")).hasSize(2);
        assertThat(result.at("/properties/sources").toString()).contains("ymera/sql-injection", "semgrep/sqli");
        assertThat(result.at("/partialFingerprints/ymeraFinding~1v1").asText()).isEqualTo(flowing.fingerprint());
        assertThat(result.at("/baselineState").asText()).isEqualTo("new");
        assertThat(run.at("/results/1/suppressions/0/kind").asText()).isEqualTo("inSource");
        assertThat(log.at("/runs/0/invocations/0/executionSuccessful").asBoolean(true))
                .isFalse();
    }

    @Test
    void nothing_at_all_is_a_valid_log_of_a_run_that_found_nothing() throws Exception {
        // When
        JsonNode log = log(List.of(), false);

        // Then
        assertThat(SarifSchema.problems(log)).isEmpty();
        assertThat(log.at("/runs/1/results").isArray()).isTrue();
    }

    @Test
    void a_log_is_a_baseline_of_what_is_in_it() throws Exception {
        // Given
        Finding one = ours("a", HIGH, "a.py", 1);

        // When
        Set<String> prints = new Baseline(List.of("x:1"), log(List.of(one), false)).all();

        // Then
        assertThat(prints).containsExactly("x:1", one.fingerprint());
    }

    private static JsonNode log(List<Finding> findings, boolean compared) throws Exception {
        return Json.mapper().readTree(Json.mapper().writeValueAsBytes(Sarif.log(findings, PLAN, MISSING, compared)));
    }
}
