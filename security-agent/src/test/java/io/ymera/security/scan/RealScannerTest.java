package io.ymera.security.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.codebase.sarif.SarifSchema;
import io.ymera.contracts.Json;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import io.ymera.security.osv.OsvConfig;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Severity;
import io.ymera.security.report.Verdict;
import io.ymera.security.scanner.ScannerConfig;
import io.ymera.security.scanner.Scenes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our scanner itself, as a process in the sandbox. */
@TestInstance(PER_CLASS)
@Timeout(180)
class RealScannerTest {

    private static final String ADVISORY = """
            {"schema_version": "1.6.0", "id": "GHSA-35jh-r3h4-6jhm", "modified": "2026-11-20T00:00:00Z", "aliases": ["CVE-2021-23337"],
             "summary": "Command Injection in lodash", "affected": [{"package": {"ecosystem": "npm", "name": "lodash"},
             "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "4.17.21"}]}]}]}""";

    private static final SourceFile LOCK = file("package-lock.json", """
            {"name": "x", "version": "1.0.0", "lockfileVersion": 3, "packages": {
              "": {"name": "x", "version": "1.0.0", "dependencies": {"lodash": "4.17.20"}},
              "node_modules/lodash": {"version": "4.17.20", "license": "MIT"}}}
            """);

    private static final SourceFile VULNERABLE = file("app.js", """
            const express = require('express');
            const { exec } = require('child_process');
            const app = express();
            app.get('/ping', (req, res) => {
              const host = req.query.host;
              exec('ping -c 1 ' + host, (error, out) => res.json({ out }));
            });
            """);

    private static final SourceFile SAFE = file("app.js", """
            const express = require('express');
            const { execFile } = require('child_process');
            const app = express();
            app.get('/ping', (req, res) => {
              execFile('ping', ['-c', '1', 'localhost'], (error, out) => res.json({ out }));
            });
            """);

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
    void a_weakness_is_found_with_the_way_of_the_data_and_its_safe_twin_stays_quiet() throws Exception {
        // Given
        ScanSources handler =
                new ScanSources(scanning(Scenes.config(ScannerConfig.class), Scenes.config(OsvConfig.class)));

        // When
        ScanReport vulnerable = handler.handle(sources(VULNERABLE), attempt());
        ScanReport safe = handler.handle(sources(SAFE), attempt());

        // Then
        assertThat(vulnerable.missing()).isEmpty();
        assertThat(vulnerable.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(vulnerable.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("command-injection");
            assertThat(finding.place().line()).isEqualTo(6);
            assertThat(finding.flow()).hasSizeGreaterThan(1);
            assertThat(finding.flow().getFirst().place().line()).isEqualTo(5);
        });
        assertThat(SarifSchema.problems(json.valueToTree(vulnerable.sarif()))).isEmpty();
        assertThat(safe.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(safe.findings()).isEmpty();
        assertThat(safe.score().value()).isEqualTo(100);
    }

    @Test
    void a_fingerprint_stays_when_lines_are_added_above() throws Exception {
        // Given
        ScanSources handler =
                new ScanSources(scanning(Scenes.config(ScannerConfig.class), Scenes.config(OsvConfig.class)));
        String before = handler.handle(sources(VULNERABLE), attempt())
                .findings()
                .getFirst()
                .fingerprint();

        // When
        ScanReport moved = handler.handle(sources(file("app.js", "// a line\n\n" + VULNERABLE.content())), attempt());

        // Then
        assertThat(moved.findings().getFirst().place().line()).isEqualTo(8);
        assertThat(moved.findings().getFirst().fingerprint()).isEqualTo(before);
    }

    @Test
    void a_dependency_is_looked_up_in_the_operators_mirror() throws Exception {
        // Given
        Path mirror = Files.createDirectories(folder.resolve("mirror/npm"));
        Files.writeString(mirror.resolve("GHSA-35jh-r3h4-6jhm.json"), ADVISORY);
        ScannerConfig config = Scenes.config(
                ScannerConfig.class,
                "ymera.scanner.advisories",
                folder.resolve("mirror").toString());

        // When
        DependencyScanReport report = new ScanDependencies(scanning(config, Scenes.config(OsvConfig.class)))
                .handle(dependencies(AdvisorySource.MIRROR), attempt());

        // Then
        assertThat(report.findings()).singleElement().satisfies(finding -> assertThat(finding.properties())
                .containsEntry("purl", "pkg:npm/lodash@4.17.20"));
        JsonNode sbom = json.valueToTree(report.sbom());
        assertThat(sbom.at("/vulnerabilities/0/analysis/state").asText()).isNotEmpty();
        assertThat(json.valueToTree(report.freshness()).toString()).contains("2026-11-20");
    }

    @Test
    void or_with_the_api_where_that_is_allowed() throws Exception {
        // Given
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(body);
            byte[] answer = (body.isEmpty()
                            ? ADVISORY
                            : "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-35jh-r3h4-6jhm\"}]}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            OsvConfig osv = Scenes.config(
                    OsvConfig.class,
                    "ymera.osv.allowed",
                    "true",
                    "ymera.osv.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());

            // When
            DependencyScanReport report = new ScanDependencies(scanning(Scenes.config(ScannerConfig.class), osv))
                    .handle(dependencies(AdvisorySource.API), attempt());

            // Then
            assertThat(asked).first().asString().contains("pkg:npm/lodash@4.17.20");
            assertThat(report.findings()).hasSize(1);
            assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
            assertThat(report.notes()).contains("Vulnerabilities were looked up with OSV's API");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_review_makes_all_scans_and_no_secret_comes_out() throws Exception {
        // Given
        Path mirror = Files.createDirectories(folder.resolve("review-mirror/npm"));
        Files.writeString(mirror.resolve("GHSA-35jh-r3h4-6jhm.json"), ADVISORY);
        ScannerConfig config = Scenes.config(
                ScannerConfig.class,
                "ymera.scanner.advisories",
                mirror.resolveSibling("").toString());
        String key = privateKey();
        SecurityReviewRequest request = new SecurityReviewRequest(
                List.of(
                        VULNERABLE,
                        LOCK,
                        file("deploy.pem", key),
                        file("Dockerfile", "FROM node:latest\nCMD [\"node\", \"app.js\"]\n")),
                null,
                null,
                Severity.LOW,
                "high",
                null,
                null,
                0,
                null,
                AdvisorySource.MIRROR,
                true,
                true);

        // When
        SecurityReviewReport report =
                new ReviewSecurity(scanning(config, Scenes.config(OsvConfig.class))).handle(request, attempt());

        // Then
        assertThat(report.missing()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.score().value()).isNotNull();
        assertThat(report.findings())
                .extracting(Finding::scan)
                .contains("security_scan", "secret_scan", "dependency_scan", "config_scan");
        JsonNode written = json.valueToTree(report);
        assertThat(SarifSchema.problems(written.path("sarif"))).isEmpty();
        assertThat(written.at("/sbom/components")).hasSize(1);
        assertThat(written.toString())
                .doesNotContain(key.lines().skip(5).findFirst().orElseThrow());
    }

    private static String privateKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private Scanning scanning(ScannerConfig config, OsvConfig osv) {
        return Wired.scanning(sandbox, new LookedFor(), config, osv);
    }

    private static SecurityScanRequest sources(SourceFile file) {
        return new SecurityScanRequest(List.of(file), null, null, Severity.LOW, "high", null, null, true, true);
    }

    private static DependencyScanRequest dependencies(AdvisorySource source) {
        return new DependencyScanRequest(List.of(LOCK), null, null, Severity.LOW, "never", null, source, true, true);
    }

    private static SourceFile file(String path, String content) {
        return new SourceFile(path, content, "utf-8");
    }

    private QuietAttempt attempt() throws Exception {
        return QuietAttempt.in(Files.createTempDirectory(folder, "attempt"));
    }
}
