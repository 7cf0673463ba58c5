package io.ymera.security.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.codebase.node.Node;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Scans;
import io.ymera.security.report.Severity;
import io.ymera.security.scanner.Scenes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SpotBugs is the real one. The others are {@link FakeProgram}s that write recorded logs, as processes in the sandbox. */
@TestInstance(PER_CLASS)
@Timeout(180)
class AdaptersTest {

    private static final List<String> ALL =
            List.of(Scans.SECURITY, Scans.SECRET, Scans.CONFIG, Scans.DEPENDENCY, Scans.LICENSE);

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private ToolsConfig tools = new LookedFor();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @BeforeEach
    void laid() throws Exception {
        tools = new LookedFor();
        project = Scenes.project(
                Files.createTempDirectory(folder, "code"),
                "src/db.py",
                "import sqlite3\nname = input()\nq = 'SELECT ' + name\nimport random\n",
                "package-lock.json",
                "{}\n\n\n\n\n\n\n\n",
                "Dockerfile",
                "FROM scratch\n",
                ".env",
                "KEY=AKIAIOSFODNN7EXAMPLE\n");
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void bandit_says_what_it_finds_and_its_other_claims_are_not_believed() throws Exception {
        // When
        Adapted adapted =
                run(config("bandit", FakeProgram.saying("bandit", folder).toString()), ALL);

        // Then
        assertThat(adapted.findings()).extracting(Finding::rule).containsExactly("B608", "B311");
        Finding injection = adapted.findings().getFirst();
        assertThat(injection.place().path()).isEqualTo("src/db.py");
        assertThat(injection.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(injection.cwe()).containsExactly(89);
        assertThat(injection.properties()).containsKey("help");
        assertThat(injection.fingerprint()).matches("[0-9a-f]{32}:1");
        assertThat(adapted.findings().getLast().cwe()).containsExactly(330);
        assertThat(adapted.findings().getLast().properties()).isEmpty();
        assertThat(adapted.plan()).singleElement().extracting("version").isEqualTo("1.8.0");
        assertThat(adapted.notes()).singleElement().asString().startsWith("1 results of bandit were not believed");
    }

    @Test
    void semgrep_runs_with_the_operators_rules_and_says_how_data_flows() throws Exception {
        // Given
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules: []\n");

        // When
        Adapted adapted = run(
                config("semgrep", FakeProgram.saying("semgrep", folder).toString(), "semgrep-rules", rules.toString()),
                ALL);

        // Then
        assertThat(adapted.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.flow()).hasSize(2);
            assertThat(finding.cwe()).containsExactly(89);
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        });
    }

    @Test
    void trivy_speaks_to_three_kinds_of_scans_and_is_asked_for_those_that_are_wanted() throws Exception {
        // Given
        Path cache = Files.createTempDirectory(folder, "trivy");
        AdapterConfig config =
                config("trivy", FakeProgram.saying("trivy", folder).toString(), "trivy-cache", cache.toString());

        // When
        Adapted all = run(config, ALL);
        Adapted one = run(config, List.of(Scans.CONFIG));

        // Then
        assertThat(all.findings())
                .extracting(Finding::scan)
                .containsExactlyInAnyOrder(Scans.DEPENDENCY, Scans.CONFIG, Scans.SECRET);
        assertThat(all.findings())
                .filteredOn(finding -> finding.scan().equals(Scans.DEPENDENCY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.properties())
                        .containsEntry("advisory", "CVE-2021-23337")
                        .containsEntry("package", "lodash@4.17.20"));
        assertThat(all.plan()).singleElement().extracting("does").isEqualTo("look with Trivy: misconfig, secret, vuln");
        assertThat(one.findings()).extracting(Finding::rule).containsExactly("DS002");
    }

    @Test
    void gitleaks_writes_to_a_file_and_no_secret_comes_out() throws Exception {
        // When
        Adapted adapted =
                run(config("gitleaks", FakeProgram.saying("gitleaks", folder).toString()), ALL);

        // Then
        assertThat(adapted.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.scan()).isEqualTo(Scans.SECRET);
            assertThat(finding.cwe()).containsExactly(798);
            assertThat(finding.toString()).doesNotContain("AKIA", "REDACTED");
        });
    }

    @Test
    void one_that_is_not_there_is_named_with_how_to_get_it() throws Exception {
        // When
        Adapted adapted = run(config("bandit", "/nowhere/bandit", "gitleaks", "/nowhere/gitleaks"), ALL);

        // Then
        assertThat(adapted.missing())
                .filteredOn(missing -> List.of("bandit", "gitleaks").contains(missing.tool()))
                .extracting(MissingTool::howToGet)
                .satisfiesExactlyInAnyOrder(
                        how -> assertThat(how).contains("pip install", "SCAN_BANDIT"),
                        how -> assertThat(how).contains("SCAN_GITLEAKS"));
        assertThat(adapted.findings()).isEmpty();
    }

    @Test
    void one_that_breaks_keeps_nobody_from_being_heard() throws Exception {
        // Given
        String broken = FakeProgram.script("bandit", "echo 'no module named bandit' >&2; exit 7\n", folder)
                .toString();
        String link = FakeProgram.script("gitleaks", "ln -s /etc/passwd report.sarif\n", folder)
                .toString();

        // When
        Adapted adapted = run(
                config(
                        "bandit",
                        broken,
                        "gitleaks",
                        link,
                        "trivy",
                        FakeProgram.saying("trivy", folder).toString()),
                ALL);

        // Then
        assertThat(adapted.missing())
                .filteredOn(missing -> missing.howToGet().startsWith("It broke"))
                .extracting(MissingTool::howToGet)
                .containsExactly(
                        "It broke: it ended with status 7: no module named bandit", "It broke: it wrote no report");
        assertThat(adapted.findings()).isNotEmpty();
    }

    @Test
    void one_that_is_not_enabled_is_not_asked() throws Exception {
        // Given
        AdapterConfig config = Scenes.config(AdapterConfig.class, "ymera.adapters.enabled", "none");

        // Then
        assertThat(run(config, ALL)).isEqualTo(Adapted.NOTHING);
    }

    @Test
    void spotbugs_reads_class_files_and_finds_them_in_the_sources() throws Exception {
        // Given
        Path code = Files.createTempDirectory(folder, "java");
        project = Scenes.project(code, "src/acme/Run.java", """
                package acme;
                public class Run {
                    public Process run(String host) throws Exception {
                        return Runtime.getRuntime().exec("ping " + host);
                    }
                }
                """);
        Adapted withoutClasses = run(config(), List.of(Scans.SECURITY));
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-g",
                        "-d",
                        code.resolve("classes").toString(),
                        code.resolve("src/acme/Run.java").toString());
        project = new Project(code, List.of("classes/acme/Run.class", "src/acme/Run.java"));
        SourceTree.makeReadable(project);

        // When
        Adapted adapted = run(config(), List.of(Scans.SECURITY));

        // Then
        assertThat(withoutClasses.notes()).singleElement().asString().contains("class files");
        assertThat(adapted.missing())
                .extracting(MissingTool::tool, MissingTool::howToGet)
                .noneMatch(missing -> missing.toList().contains("spotbugs"));
        assertThat(adapted.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("COMMAND_INJECTION");
            assertThat(finding.place().path()).isEqualTo("src/acme/Run.java");
            assertThat(finding.place().line()).isEqualTo(4);
            assertThat(finding.cwe()).containsExactly(78);
        });
    }

    @Test
    void eslint_reads_javascript_with_rules_of_ours_and_never_the_projects_own() throws Exception {
        // Given
        Optional<Path> modules = Optional.ofNullable(System.getenv("TEST_NODE_MODULES"))
                .map(Path::of)
                .filter(folder -> Files.isDirectory(folder.resolve("eslint-plugin-security")));
        assumeTrue(modules.isPresent(), "TEST_NODE_MODULES names no folder with eslint-plugin-security");
        LookedFor others = new LookedFor();
        tools = new LookedFor(
                others.home(),
                others.python(),
                others.javaHome(),
                others.node(),
                modules,
                others.mavenRepository(),
                others.mavenHome());
        project = Scenes.project(
                Files.createTempDirectory(folder, "web"),
                "web/app one.js",
                "const { exec } = require('child_process');\nexec('ls ' + process.argv[2]); // eslint-disable-line\n",
                "eslint.config.js",
                "throw new Error('this is code');\n",
                "a.ts",
                "export const a: number = 1;\n");

        // When
        Adapted adapted = run(config(), List.of(Scans.SECURITY));

        // Then
        assertThat(adapted.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("security/detect-child-process");
            assertThat(finding.place().path()).isEqualTo("web/app one.js");
            assertThat(finding.place().line()).isEqualTo(2);
        });
    }

    @Test
    void eslint_is_read_by_the_names_that_our_formatter_writes() throws Exception {
        // Given
        Project web = new Project(Path.of("/nowhere"), List.of("web/app one.js"));

        // When
        List<Finding> findings = new SarifReader("eslint", web, EsLintSecurity.KINDS)
                .read(Recorded.log("eslint"))
                .orElseThrow()
                .findings();

        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.place().path()).isEqualTo("web/app one.js");
            assertThat(finding.cwe()).containsExactly(78);
        });
    }

    private Adapted run(AdapterConfig config, List<String> wanted) throws Exception {
        Confined confined = new Confined(config, sandbox);
        List<String> asked = new ArrayList<>();
        Adapters adapters = new Adapters(
                List.of(
                        new Bandit(config, confined),
                        new Semgrep(config, confined),
                        new Trivy(config, confined),
                        new Gitleaks(config, confined),
                        new SpotBugs(new JavaTools(tools), config, confined),
                        new EsLintSecurity(new Node(sandbox, tools), confined)),
                config);
        return adapters.run(project, wanted, Scenes.bench(sandbox, folder), (tool, fraction) -> asked.add(tool));
    }

    /** By default but for these. */
    private static AdapterConfig config(String... namesAndValues) {
        String[] all = namesAndValues.clone();
        for (int i = 0; i < all.length; i += 2) {
            all[i] = "ymera.adapters." + all[i];
        }
        return Scenes.config(AdapterConfig.class, all);
    }
}
