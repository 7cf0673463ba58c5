package io.ymera.security.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.codebase.sarif.SarifSchema;
import io.ymera.contracts.Json;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import io.ymera.security.osv.OsvConfig;
import io.ymera.security.scanner.FakeScanner;
import io.ymera.security.scanner.ScannerConfig;
import io.ymera.security.scanner.Scenes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a request's JSON to that of its report, with a fake in place of the scanner. */
@TestInstance(PER_CLASS)
@Timeout(120)
class HandlersTest {

    private static final String FILES =
            "\"files\": [{\"path\": \"app/db.py\", \"content\": \"a\\nb\\nc\\n\"}, {\"path\": \"package-lock.json\", \"content\": \"{}\\n\"}]";

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final ObjectMapper json = Json.mapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void a_review_joins_all_scans_into_one_verdict_one_score_and_a_valid_log() throws Exception {
        // Given
        ReviewSecurity handler = new ReviewSecurity(scanning("review"));
        QuietAttempt attempt = attempt();

        // When
        JsonNode report = report(handler.handle(
                request(
                        "{%s, \"sarif\": true, \"baseline\": {\"fingerprints\": [\"known-print:1\", \"gone-print:1\"]}}",
                        SecurityReviewRequest.class),
                attempt));

        // Then
        assertThat(report.path("verdict").asText()).isEqualTo("failed");
        assertThat(report.at("/score/value").asDouble()).isEqualTo(100 - 40 - 25 - 8 - 2);
        assertThat(report.at("/score/deductions")).hasSize(4);
        assertThat(report.at("/scans").findValuesAsText("scan"))
                .containsExactly("security_scan", "secret_scan", "config_scan", "dependency_scan", "license_scan");
        assertThat(report.at("/counts/suppressed").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/fresh").asInt()).isEqualTo(3);
        assertThat(report.at("/absent").toString()).isEqualTo("[\"gone-print:1\"]");
        assertThat(report.at("/security").toString()).isEqualTo("{\"errors\":2,\"warnings\":1,\"notes\":1}");
        assertThat(report.at("/sbom/bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(report.at("/freshness/newest").asText()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(SarifSchema.problems(report.path("sarif"))).isEmpty();
        assertThat(attempt.messages()).contains("taking the code in", "security scan", "writing the report");
    }

    /** What examination-agent's tests take it for: a step of a workflow hands it on as it is. */
    @Test
    void a_review_reads_as_the_committed_example() throws Exception {
        // Given
        Path example = Path.of("src/test/resources/review/report.json");

        // When
        JsonNode report = report(new ReviewSecurity(scanning("review"))
                .handle(request("{%s, \"sarif\": true}", SecurityReviewRequest.class), attempt()));

        // Then
        if (Boolean.getBoolean("ymera.update-snapshots")) {
            Files.writeString(example, json.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
        }
        assertThat(report).isEqualTo(json.readTree(Files.readString(example)));
    }

    @Test
    void one_scan_reports_its_own_findings_only() throws Exception {
        // When
        JsonNode report = report(new ScanSources(scanning("sources"))
                .handle(
                        request(
                                "{%s, \"minimum_severity\": \"medium\", \"fail_on\": \"never\"}",
                                SecurityScanRequest.class),
                        attempt()));

        // Then
        assertThat(report.path("verdict").asText()).isEqualTo("passed");
        assertThat(report.at("/findings").findValuesAsText("scan")).containsOnly("security_scan");
        assertThat(report.has("sarif")).isFalse();
    }

    @Test
    void without_advisories_nothing_is_known_of_dependencies_and_a_scan_does_not_pass() throws Exception {
        // Given
        Scanning scanning = scanning("review", Scenes.config(ScannerConfig.class));

        // When
        JsonNode report = report(new ScanDependencies(scanning)
                .handle(request("{%s, \"fail_on\": \"never\"}", DependencyScanRequest.class), attempt()));

        // Then
        assertThat(report.path("verdict").asText()).isEqualTo("incomplete");
        assertThat(report.at("/score/value").isMissingNode()).isTrue();
        assertThat(report.at("/missing/0/how_to_get").asText()).contains("ADVISORIES_HOME");
    }

    @Test
    void the_api_is_not_asked_unless_the_operator_allows_it() {
        assertThatThrownBy(() -> new ScanDependencies(scanning("review"))
                        .handle(request("{%s, \"advisory_source\": \"api\"}", DependencyScanRequest.class), attempt()))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("api_not_allowed"));
    }

    @Test
    void a_project_is_named_in_vain_where_nothing_is_kept() throws Exception {
        assertThat(report(new ScanConfigs(scanning("review"))
                                .handle(request("{%s, \"project\": \"p\"}", ConfigScanRequest.class), attempt()))
                        .path("notes")
                        .toString())
                .contains("Incremental scans are off");
    }

    @Test
    void a_bill_of_materials_is_the_scanners() throws Exception {
        // When
        JsonNode report =
                report(new ListComponents(scanning("review")).handle(request("{%s}", SbomRequest.class), attempt()));

        // Then
        assertThat(report.path("components").asInt()).isEqualTo(1);
        assertThat(report.at("/sbom/specVersion").asText()).isEqualTo("1.6");
    }

    private Scanning scanning(String answer) throws Exception {
        Path advisories = Files.createDirectories(folder.resolve("advisories"));
        return scanning(answer, Scenes.config(ScannerConfig.class, "ymera.scanner.advisories", advisories.toString()));
    }

    private Scanning scanning(String answer, ScannerConfig config) throws Exception {
        try (var lines =
                Objects.requireNonNull(HandlersTest.class.getResourceAsStream("/review/" + answer + ".jsonl"))) {
            ToolsConfig tools = FakeScanner.saying(
                    new String(lines.readAllBytes(), StandardCharsets.UTF_8),
                    Files.createTempDirectory(folder, "tools"));
            return Wired.scanning(sandbox, tools, config, Scenes.config(OsvConfig.class));
        }
    }

    private <T> T request(String text, Class<T> type) throws Exception {
        return json.readValue(text.formatted(FILES), type);
    }

    private QuietAttempt attempt() throws Exception {
        return QuietAttempt.in(Files.createTempDirectory(folder, "attempt"));
    }

    private JsonNode report(Object report) throws Exception {
        return json.readTree(json.writeValueAsBytes(report));
    }
}
