package io.ymera.local.examine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void says_the_verdict_what_was_lost_and_why() throws Exception {
        // Given
        String report = """
                {"verdict": "failed", "overall": 83.4, "threshold": 85.0, "lines": 1200,
                 "tests": {"totals": {"tests": 12}},
                 "scores": [
                   {"name": "code", "value": 75.0, "counted": 0.7, "not_examined": "pmd is missing", "deductions": [
                     {"points": 25.0, "reason": "1 test of 12 did not pass",
                      "evidence": ["test:a", "test:b", "test:c", "test:d"]}]},
                   {"name": "security", "counted": 0.0, "not_examined": "no security scan was handed in"}],
                 "gates": [{"name": "no_tampering", "status": "passed", "reason": "Nothing interfered"}],
                 "trends": [{"score": "overall", "values": [80.0, 83.4], "change": 3.4}],
                 "missing": [{"tool": "pmd", "needed_for": "Java", "how_to_get": "set TOOLS_HOME"}]}
                """;

        // When
        String text = Summary.of(new ObjectMapper().readTree(report));

        // Then
        assertThat(text.lines())
                .containsExactly(
                        "  FAILED   83.4 of 100 (85 asked for), 1,200 lines, 12 tests",
                        "",
                        "  Code quality    75.0  ███████████████░░░░░  weight 70 %",
                        "     -25.0  1 test of 12 did not pass",
                        "            test:a, test:b, test:c, …",
                        "            not all was examined: pmd is missing",
                        "",
                        "  Security           –  not examined: no security scan was handed in",
                        "",
                        "  Conditions",
                        "    passed   no tampering  Nothing interfered",
                        "",
                        "  Overall score since the last time: +3.4",
                        "",
                        "  Not examined for want of a tool",
                        "    pmd, for Java: set TOOLS_HOME");
    }

    @Test
    void what_code_under_test_says_does_not_move_the_cursor() throws Exception {
        // Given
        String report = """
                {"verdict": "failed", "scores": [], "gates": [],
                 "incidents": [{"kind": "network", "detail": "\\u001b[2Jcleared\\n\\u202e"}], "notes": ["\\u0007%s%n"]}
                """;

        // When
        String text = Summary.of(new ObjectMapper().readTree(report));

        // Then
        assertThat(text).contains("network: ?[2Jcleared??", "?%s%n").doesNotContain("\u001b");
    }
}
