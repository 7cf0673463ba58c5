package io.ymera.security.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.codebase.Project;
import io.ymera.contracts.Json;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scanner says that was taken over by what it read. */
class ResultReaderTest {

    private static final Project PROJECT = new Project(Path.of("/nowhere"), List.of("a.py", "src/b.py"));
    private static final String GOOD = """
            {"scan": "security_scan", "rule": "sql-injection", "cwe": [89], "severity": "high", "message": "m", "fix": "f",
             "location": {"path": "a.py", "line": 1, "column": 2, "end_line": 1, "end_column": 9}, "fingerprint": "0123456789:1"}""";

    private final ObjectMapper json = Json.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a.py\"|\"/etc/passwd\"",
                "\"a.py\"|\"../a.py\"",
                "\"a.py\"|\"c.py\"",
                "\"a.py\"|null",
                "\"security_scan\"|\"secret_scan\"",
                "\"security_scan\"|null",
                "\"high\"|\"harmless\"",
                "\"sql-injection\"|\"<script>\"",
                "\"sql-injection\"|\"\"",
                "\"0123456789:1\"|\"a b\"",
                "\"line\": 1|\"line\": 0",
                "\"line\": 1|\"line\": 2000000000"
            })
    void what_cannot_be_true_is_left_out_and_counted(String change) throws Exception {
        // Given
        String[] parts = change.split("\\|");

        // When
        Scanned scanned =
                read("[" + GOOD + "," + GOOD.replace(parts[0], parts[1]).replace("89:1", "89:2") + "]", "[]");

        // Then
        assertThat(scanned.findings()).hasSize(1);
        assertThat(scanned.notes())
                .singleElement()
                .asString()
                .startsWith("1 findings of the scanner were not believed");
    }

    @Test
    void the_same_fingerprint_counts_once_and_nulls_count_for_nothing() throws Exception {
        assertThat(read("[" + GOOD + ", null, " + GOOD + "]", "[null]").findings())
                .hasSize(1);
    }

    @Test
    void texts_are_cut_and_cleaned_numbers_kept_in_range() throws Exception {
        // When
        Finding finding = read(
                        "["
                                + GOOD.replace("\"m\"", "\"" + "x\\u0000".repeat(1000) + "\"")
                                        .replace("[89]", "[89, -1, 999999, null, 89]")
                                        .replace("\"end_line\": 1", "\"end_line\": 0")
                                + "]",
                        "[]")
                .findings()
                .getFirst();

        // Then
        assertThat(finding.message()).hasSizeLessThan(1100).doesNotContain("\0");
        assertThat(finding.cwe()).containsExactly(89);
        assertThat(finding.place()).isEqualTo(new Place("a.py", 1, 2, null, null));
    }

    @Test
    void only_what_the_history_has_may_name_a_file_that_is_gone_and_it_still_has_to_be_a_path() throws Exception {
        // Given
        String old = GOOD.replace("\"fingerprint\"", "\"properties\": {\"commit\": \"abc\"}, \"fingerprint\"");

        // Then
        assertThat(read("[" + old.replace("a.py", "gone/c.py") + "]", "[]").findings())
                .hasSize(1);
        assertThat(read("[" + old.replace("a.py", "gone/../../c.py") + "]", "[]")
                        .findings())
                .isEmpty();
        assertThat(read("[" + old.replace("a.py", "/c.py") + "]", "[]").findings())
                .isEmpty();
    }

    @Test
    void suppressed_ones_stay_and_do_not_count() throws Exception {
        // When
        Scanned scanned = read(
                "[]",
                "["
                        + GOOD.replace(
                                "\"fingerprint\"",
                                "\"suppression\": {\"kind\": \"inline\", \"reason\": \"r\", \"expires\": \"never\"}, \"fingerprint\"")
                        + "]");

        // Then
        assertThat(scanned.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.counts()).isFalse();
            assertThat(finding.suppression()).isNotNull().extracting("expires").isNull();
        });
    }

    private Scanned read(String findings, String suppressed) throws Exception {
        String line = """
                {"scans": [{"name": "security_scan", "whole": true}, {"name": "other", "whole": true}, null],
                 "findings": %s, "findings_left_out": 0, "suppressed": %s, "notes": [], "sbom": 7}""".formatted(findings, suppressed);
        Scanned scanned = new ResultReader(PROJECT, List.of("security_scan"))
                .read(json.readValue(line, ScannerLine.Result.class), List.of());
        assertThat(scanned.notScanned()).isEmpty();
        assertThat(scanned.sbom()).isNull();
        return scanned;
    }
}
