package io.ymera.local.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_finding_is_shown_with_its_lines_its_flow_its_fix_and_who_else_has_it() throws Exception {
        // Given
        Files.writeString(folder.resolve("db.py"), "name = request.args['n']\n    db.execute('… ' + name)\n");

        // When
        String text = Findings.of(report("""
                {"scan": "security_scan", "severity": "high", "rule": "sql-injection", "cwe": [89, 943], "message": "A statement is built",
                 "fix": "Bind the parameter", "baseline_state": "unchanged", "place": {"path": "db.py", "line": 2},
                 "flow": [{"place": {"path": "db.py", "line": 1}, "note": "comes in"}, {"place": {"path": "db.py", "line": 2}, "note": "is run"}],
                 "sources": [{"tool": "ymera", "rule": "sql-injection"}, {"tool": "bandit", "rule": "B608"}]}"""), folder);

        // Then
        assertThat(text)
                .contains(
                        "HIGH     db.py:2  sql-injection (CWE-89, CWE-943), known before",
                        "1. db.py:1  comes in",
                        "| name = request.args['n']",
                        "| db.execute('… ' + name)",
                        "Fix: Bind the parameter",
                        "Also found by: bandit (B608)",
                        "FAILED   75 of 100, 1 findings, 1 of them new, 0 suppressed",
                        "-25.0  1 finding of high severity");
    }

    @Test
    void a_line_with_a_secret_is_not_shown_and_no_file_outside_is_read() throws Exception {
        // Given
        Files.writeString(folder.resolve("a.env"), "KEY=of-the-kingdom\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(inner.resolve("a.env"), "KEY=of-the-kingdom\n");

        // When
        String secret = Findings.of(
                report(
                        "{\"scan\": \"secret_scan\", \"severity\": \"high\", \"place\": {\"path\": \"a.env\", \"line\": 1}}"),
                folder);
        String writtenDown = Findings.of(report("""
                {"scan": "config_scan", "severity": "high", "cwe": [798], "place": {"path": "a.env", "line": 1}},
                {"scan": "config_scan", "severity": "high", "cwe": [89], "place": {"path": "a.env", "line": 1}}"""), folder);
        String outside = Findings.of(
                report(
                        "{\"scan\": \"security_scan\", \"severity\": \"high\", \"place\": {\"path\": \"../a.env\", \"line\": 1}}"),
                inner);

        // Then
        assertThat(secret + writtenDown + outside).doesNotContain("of-the-kingdom");
    }

    @Test
    void suppressed_ones_are_not_shown_and_nothing_moves_the_cursor() throws Exception {
        // When
        String text = Findings.of(report("""
                {"scan": "security_scan", "severity": "low", "rule": "quiet", "suppression": {"kind": "inline"}, "place": {"path": "a", "line": 1}},
                {"scan": "security_scan", "severity": "low", "rule": "loud\\u001b[2J", "place": {"path": "a", "line": 1}}"""), folder);

        // Then
        assertThat(text).doesNotContain("quiet", "\u001b").contains("loud?[2J");
    }

    private static JsonNode report(String findings) throws Exception {
        return new ObjectMapper().readTree("""
                {"verdict": "failed", "score": {"value": 75.0, "deductions": [{"points": 25.0, "reason": "1 finding of high severity"}]},
                 "counts": {"total": 1, "fresh": 1, "suppressed": 0}, "findings": [%s]}""".formatted(findings));
    }
}
