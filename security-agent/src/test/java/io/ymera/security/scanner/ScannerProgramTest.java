package io.ymera.security.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.codebase.Project;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Scans;
import io.ymera.security.report.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a fake in place of the scanner, as a process in the sandbox. */
@TestInstance(PER_CLASS)
@Timeout(120)
class ScannerProgramTest {

    private static final List<String> SCANS = List.of(Scans.SECURITY, Scans.SECRET);

    private static final String FOUND = """
            {"progress": {"scan": "security_scan", "done": 1, "total": 2}}
            {"progress": {"scan": "secret_scan", "done": 0, "total": 0}}
            this is no line of ours
            {"result": {"scans": [{"name": "security_scan", "whole": true}, {"name": "secret_scan", "whole": false}], \
            "findings": [{"scan": "security_scan", "rule": "sql-injection", "cwe": [89], "severity": "high", \
            "message": "A statement is made of a parameter", "fix": "Bind it", \
            "location": {"path": "a.py", "line": 2, "column": 1, "end_line": 2, "end_column": 4}, \
            "flow": [{"location": {"path": "a.py", "line": 1, "column": 1, "end_line": 1, "end_column": 2}, "note": "comes in"}], \
            "properties": {"exposure": "remote"}, "fingerprint": "0123456789abcdef:1", "also": [], "baseline_state": "new"}], \
            "findings_left_out": 0, "suppressed": [], "notes": [{"scan": null, "path": null, "text": "@JOB@"}]}}
            """;

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void what_it_finds_is_reported_and_what_it_did_not_scan_is_named() throws Exception {
        // Given
        List<Double> progress = new ArrayList<>();

        // When
        Scanned scanned = scan(FakeScanner.saying(FOUND, folder.resolve("tools")), progress);

        // Then
        assertThat(scanned.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.cwe()).containsExactly(89);
            assertThat(finding.place().path()).isEqualTo("a.py");
            assertThat(finding.flow()).hasSize(1);
        });
        assertThat(scanned.notScanned()).containsExactly("secret_scan");
        assertThat(progress).containsExactly(0.25);
        assertThat(scanned.plan()).singleElement().extracting("tool").isEqualTo("ymera");
    }

    @Test
    void it_is_told_where_the_code_is_inside_and_nothing_of_the_host() throws Exception {
        // When
        Scanned scanned = scan(FakeScanner.saying(FOUND, folder.resolve("tools")), new ArrayList<>());

        // Then
        assertThat(scanned.notes()).singleElement().satisfies(job -> assertThat(job)
                .contains(
                        "\"root\":\"/code\"",
                        "\"scans\":[\"security_scan\",\"secret_scan\"]",
                        "\"today\":\"",
                        "\"history_commits\":7",
                        "\"exposures\":[\"remote\"]",
                        "\"advisories\":\"/advisories\"")
                .doesNotContain(folder.toString(), "cache", "fingerprint_key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.exit(2);|it ended with status 2",
                "System.err.println(\"There is no scan 'x'\"); System.exit(2);|it ended with status 2: There is no scan 'x'",
                "while (true) { Thread.onSpinWait(); }|it did not end in the time that it had",
                "while (true) { System.out.println(\"x\".repeat(1000)); }|it wrote more than is read",
                "byte[][] all = new byte[4000][]; for (int i = 0; i < 4000; i++) { all[i] = new byte[1 << 20]; }|it ended with status 1"
            })
    void one_that_breaks_has_found_nothing_and_nothing_is_known(String statement, String why) throws Exception {
        // When
        Scanned scanned = scan(FakeScanner.doing(FOUND, statement, folder.resolve("tools")), new ArrayList<>());

        // Then
        assertThat(scanned.findings()).isEmpty();
        assertThat(scanned.notScanned()).containsExactlyInAnyOrderElementsOf(SCANS);
        assertThat(scanned.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.tool()).isEqualTo("ymera");
            assertThat(missing.howToGet()).startsWith("It broke: " + why);
        });
    }

    @Test
    void one_that_says_nothing_readable_is_broken() throws Exception {
        assertThat(scan(
                                FakeScanner.saying("{\"result\": {\"findings\": 7}}\n", folder.resolve("tools")),
                                new ArrayList<>())
                        .missing())
                .singleElement()
                .extracting("howToGet")
                .isEqualTo("It broke: it said nothing that can be read");
    }

    @Test
    void one_that_is_not_there_is_named_with_how_to_get_it() throws Exception {
        // When
        Scanned scanned = scan(FakeScanner.at(folder.resolve("nowhere")), new ArrayList<>());

        // Then
        assertThat(scanned.missing()).singleElement().satisfies(missing -> assertThat(missing.howToGet())
                .contains("TOOLS_HOME"));
        assertThat(scanned.notScanned()).hasSize(2);
    }

    @Test
    void it_can_neither_write_to_the_code_nor_reach_a_network() throws Exception {
        // Given
        String statement = """
                try { Files.writeString(Path.of("/code/a.py"), "changed"); System.exit(3); } catch (java.io.IOException e) { }
                try { new java.net.Socket("127.0.0.1", 9).close(); System.exit(4); } catch (java.io.IOException e) { }
                """;

        // When
        Scanned scanned = scan(FakeScanner.doing(FOUND, statement, folder.resolve("tools")), new ArrayList<>());

        // Then
        assertThat(scanned.missing()).isEmpty();
        assertThat(scanned.findings()).extracting(Finding::rule).containsExactly("sql-injection");
    }

    private Scanned scan(ToolsConfig tools, List<Double> progress) throws Exception {
        Project project = Scenes.project(Files.createTempDirectory(folder, "code"), "a.py", "a = 1\nb = 2\n");
        Path advisories = Files.createTempDirectory(folder, "advisories");
        ScannerConfig config = Scenes.config(
                ScannerConfig.class,
                "ymera.scanner.timeout",
                "PT8S",
                "ymera.scanner.memory-mib",
                "512",
                "ymera.scanner.output-mib",
                "4");
        ScannerProgram program = new ScannerProgram(
                new JavaTools(tools), config, new ScanCache(config, Scenes.CLOCK), sandbox, Scenes.CLOCK);
        ScanOptions options = new ScanOptions(SCANS, "p", List.of("remote"), 7, null, Optional.of(advisories));
        return program.scan(
                project, options, Scenes.bench(sandbox, folder), (fraction, scan) -> progress.add(fraction));
    }
}
