package io.ymera.security.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.codebase.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SarifReaderTest {

    private static final Project PROJECT = new Project(
            Path.of("/nowhere"), List.of("a.py", "src/main/java/acme/A.java", "one/Twin.java", "two/Twin.java"));

    private static final SarifReader.Kinds ALL = new SarifReader.Kinds() {
        @Override
        public Optional<String> scan(SarifRule result) {
            return Optional.of("security_scan");
        }

        @Override
        public List<Integer> weaknesses(String rule) {
            return List.of();
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"runs\": 7}", "{\"runs\": [", "<sarif/>"})
    void what_is_no_log_is_none(String text) {
        assertThat(new SarifReader("t", PROJECT, ALL).read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.py", "./a.py", "/code/a.py", "file:///code/a.py", "file:/code/a.py", "%61.py", "acme/A.java"})
    void a_file_of_the_code_base_is_known_however_it_is_named(String uri) {
        assertThat(findings(uri, "1")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "b.py",
                "/etc/passwd",
                "file:///etc/passwd",
                "../a.py",
                "/a.py",
                "Twin.java",
                "%00",
                "https://example.org/a.py"
            })
    void any_other_is_not_believed(String uri) {
        assertThat(findings(uri, "1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "99999999"})
    void a_line_has_to_be_one(String line) {
        assertThat(findings("a.py", line)).isZero();
    }

    @Test
    void members_of_wrong_types_break_nothing() {
        // Given
        String log = """
                {"runs": [7, {"tool": 7, "results": 7}, {"tool": {"driver": {"rules": [7, null]}}, "results": [7, null, {"ruleId": 7},
                {"ruleId": "r", "ruleIndex": 99, "message": 7, "kind": 7, "locations": 7, "codeFlows": 7, "properties": 7},
                {"ruleId": "r", "kind": "fail", "level": 7, "properties": {"security-severity": "high", "tags": 7, "cwe": 7},
                 "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py"}, "region": {"startLine": 1, "startColumn": "x", "endLine": 1.5}}}]}]}]}""";

        // When
        SarifReader.Log read = new SarifReader("t", PROJECT, ALL).read(log).orElseThrow();

        // Then
        assertThat(read.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                .isEqualTo("r"));
    }

    private static int findings(String uri, String line) {
        String log = """
                {"runs": [{"results": [{"ruleId": "r", "message": {"text": "m"}, "locations": [{"physicalLocation":
                {"artifactLocation": {"uri": "%s"}, "region": {"startLine": %s}}}]}]}]}""".formatted(uri, line);
        SarifReader.Log read = new SarifReader("t", PROJECT, ALL).read(log).orElseThrow();
        assertThat(read.findings().size() + read.notes().size()).isEqualTo(1);
        return read.findings().size();
    }
}
