package io.ymera.examination.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.sarif.SarifSchema;
import io.ymera.contracts.Json;
import io.ymera.examination.report.Finding.Level;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SarifTest {

    private static final PlanStep PMD = new PlanStep("look", "pmd", "7.20.0", "2 Java files");
    private static final PlanStep QUIET = new PlanStep("look", "quiet", "1", "2 Java files");
    private static final MissingTool MISSING = new MissingTool("eslint", "rules for JavaScript", "npm install eslint");

    @Test
    void a_log_is_valid_and_has_a_run_for_each_tool_also_for_those_that_are_missing() throws Exception {
        // Given
        List<Finding> findings = List.of(
                finding("pmd", "B", "a b/ä:1.java", 3),
                finding("pmd", "A", "c.java", 1),
                finding("checkstyle", "A", "c.java", 1));

        // When
        JsonNode log = log(findings, List.of(PMD, QUIET), List.of(MISSING), "x = 1;");

        // Then
        assertThat(SarifSchema.problems(log)).isEmpty();
        assertThat(names(log)).containsExactly("checkstyle", "eslint", "pmd", "quiet");
        JsonNode pmd = log.at("/runs/2");
        assertThat(pmd.at("/tool/driver/version").asText()).isEqualTo("7.20.0");
        assertThat(pmd.at("/tool/driver/rules").findValuesAsText("id")).containsExactly("A", "B");
        assertThat(pmd.at("/results/0/ruleIndex").asInt()).isEqualTo(1);
        assertThat(pmd.at("/results/0/level").asText()).isEqualTo("warning");
        assertThat(pmd.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("a%20b/%C3%A4%3A1.java");
        assertThat(pmd.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(log.at("/runs/3/results").isArray()).isTrue();
        JsonNode eslint = log.at("/runs/1/invocations/0");
        assertThat(eslint.at("/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(eslint.at("/toolExecutionNotifications/0/message/text").asText())
                .contains("rules for JavaScript", "npm install eslint");
    }

    @Test
    void an_empty_log_is_valid() throws Exception {
        assertThat(SarifSchema.problems(log(List.of(), List.of(), List.of(), "")))
                .isEmpty();
    }

    @Test
    void the_schema_refuses_what_is_no_log() throws Exception {
        assertThat(SarifSchema.problems(Json.mapper().readTree("{\"version\":\"2.1.0\",\"runs\":[{}]}")))
                .isNotEmpty();
    }

    @Test
    void fingerprints_stay_when_lines_move_and_tell_equal_lines_apart() throws Exception {
        // Given
        List<Finding> before = List.of(finding("pmd", "A", "c.java", 1), finding("pmd", "A", "c.java", 7));
        List<Finding> after = List.of(finding("pmd", "A", "c.java", 11), finding("pmd", "A", "c.java", 17));

        // When
        List<String> old = fingerprints(log(before, List.of(), List.of(), "x = 1;"));
        List<String> moved = fingerprints(log(after, List.of(), List.of(), "    x  = 1;"));
        List<String> changed = fingerprints(log(after, List.of(), List.of(), "x = 2;"));

        // Then
        assertThat(moved).isEqualTo(old).doesNotHaveDuplicates();
        assertThat(changed).doesNotContainAnyElementsOf(old);
    }

    private static Finding finding(String tool, String rule, String path, int line) {
        return new Finding(
                tool, rule, Level.WARNING, "bug", "It is wrong", path, line, 2, line, "https://example.org/r");
    }

    private static JsonNode log(List<Finding> findings, List<PlanStep> plan, List<MissingTool> missing, String text) {
        return Json.mapper().valueToTree(Sarif.log(findings, plan, missing, (path, line) -> text));
    }

    private static List<String> names(JsonNode log) {
        return StreamSupport.stream(log.path("runs").spliterator(), false)
                .map(run -> run.at("/tool/driver/name").asText())
                .toList();
    }

    private static List<String> fingerprints(JsonNode log) {
        return log.findValuesAsText("ymeraLine/v1");
    }
}
