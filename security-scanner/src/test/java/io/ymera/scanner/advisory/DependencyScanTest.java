package io.ymera.scanner.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.dependency.Trees;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.source.SourceTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyScanTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void findsLog4ShellAndNamesTheVersionThatEndsItAll() {
        // Given
        SourceTree tree = Trees.of(root, "pom.xml", """
                <project><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                  <dependencies>
                    <dependency>
                      <groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.14.1</version>
                    </dependency>
                  </dependencies>
                </project>
                """);
        // When
        DependencyScan.Result result = scan(tree);
        // Then
        assertThat(result.vulnerabilities())
                .extracting(Vulnerability::id)
                .containsExactly("CVE-2021-44228", "CVE-2021-45046");
        assertThat(result.vulnerabilities()).extracting(Vulnerability::fixed).containsOnly("2.16.0");
        Finding finding = result.findings().findings().getFirst();
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.cwe()).containsExactly(20, 400, 502, 917, 1395);
        assertThat(finding.message())
                .isEqualTo(
                        "org.apache.logging.log4j:log4j-core@2.14.1 is vulnerable: CVE-2021-44228, Remote code injection in Log4j");
        assertThat(finding.fix())
                .isEqualTo(
                        "Update org.apache.logging.log4j:log4j-core to 2.16.0 or later, which ends all of its known vulnerabilities that have a fix.");
        assertThat(finding.location().line()).isEqualTo(3);
        assertThat(finding.properties())
                .containsEntry("cvss", "10.0")
                .containsEntry("analysis", "in_triage")
                .containsEntry("aliases", "GHSA-jfh8-c2jp-5v3q");
    }

    @Test
    void aTransitiveOneNamesWhatBringsIt() {
        // Given
        SourceTree tree = Trees.of(root, "package-lock.json", """
                {"lockfileVersion": 3, "packages": {"": {"dependencies": {"mkdirp": "0.5.1"}, "devDependencies": {"lodash": "*"}},
                  "node_modules/mkdirp": {"version": "0.5.1", "dependencies": {"minimist": "0.0.8"}},
                  "node_modules/minimist": {"version": "0.0.8"},
                  "node_modules/lodash": {"version": "4.17.15", "dev": true}}}""");
        // When
        List<Finding> findings = scan(tree).findings().findings();
        // Then
        assertThat(findings)
                .extracting(finding -> finding.properties().get("advisory") + " " + finding.severity())
                .containsExactly("CVE-2021-23337 medium", "CVE-2020-7598 medium", "CVE-2021-44906 critical");
        assertThat(findings.getLast().message()).startsWith("minimist@0.0.8 (brought by mkdirp@0.5.1) is vulnerable");
        assertThat(findings.getLast().fix()).contains("0.2.4").contains("update mkdirp@0.5.1");
        assertThat(findings.getLast().properties()).containsEntry("paths", "mkdirp@0.5.1 > minimist@0.0.8");
    }

    @Test
    void twinsOfSeveralDatabasesAreOneFinding() {
        // Given
        SourceTree tree = Trees.of(root, "requirements.txt", "PyYAML==5.3.1\nrequests==2.31.0\n");
        // When
        DependencyScan.Result result = scan(tree);
        // Then
        assertThat(result.vulnerabilities()).hasSize(1);
        Vulnerability one = result.vulnerabilities().getFirst();
        assertThat(one.id()).isEqualTo("CVE-2020-14343");
        assertThat(one.aliases()).containsExactly("GHSA-8q59-q68h-6hv4", "PYSEC-2021-142");
        assertThat(one.score()).hasValue(9.3);
        assertThat(one.vector()).startsWith("CVSS:4.0");
        assertThat(one.fixed()).isEqualTo("5.4");
    }

    @Test
    void maliciousAndUnmaintainedPackagesAreNotMerelyVulnerable() {
        // Given
        SourceTree tree = Trees.of(
                root,
                "package.json",
                "{\"devDependencies\": {\"left-padd\": \"6.6.6\"}}",
                "Cargo.toml",
                "[dependencies]\nansi_term = \"=0.12.1\"\n");
        // When
        List<Finding> findings = scan(tree).findings().findings();
        // Then
        assertThat(findings).extracting(Finding::rule).containsExactly("unsound-dependency", "malicious-dependency");
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.LOW, Severity.CRITICAL);
        assertThat(findings.getLast().fix()).startsWith("Remove it");
    }

    @Test
    void theAgeOfTheMirrorAndUnknownVersionsAreSaid() {
        // Given
        SourceTree tree =
                Trees.of(root, "package.json", "{\"dependencies\": {\"lodash\": \"^4\", \"minimist\": \"1.2.8\"}}");
        // When
        DependencyScan.Result old = DependencyScan.run(
                tree, new DependencyScan.Job(new OsvMirror(Mirrors.small()), Uses.UNKNOWN, NOW.plusSeconds(864_000)));
        // Then
        assertThat(old.findings().findings()).isEmpty();
        assertThat(old.advisoriesOf()).isEqualTo(Instant.parse("2026-11-12T00:00:00Z"));
        assertThat(old.findings().notes())
                .extracting(note -> note.text())
                .containsExactly(
                        "The versions in use of 1 components are not known, so neither are their vulnerabilities",
                        "The newest advisory of the mirror is 20 days old (2026-11-12T00:00:00Z); what became known since is not found");
    }

    @Test
    void vexSaysNotAffectedOnlyIfThatCanBeShown() {
        // Given: a lock file with a graph, and nothing that names the crate
        String lock = """
                [[package]]
                name = "app"
                version = "0.1.0"
                dependencies = ["time"]
                [[package]]
                name = "time"
                version = "0.1.42"
                source = "registry+https://index.example/"
                """;
        String manifest = "[package]\nname = \"app\"\n[dependencies]\ntime = \"0.1\"\n";
        String unused = "fn main() { println!(\"{}\", 1); }\n";
        String called = "use time;\nfn main() {\n    let t = time::now();\n}\n";
        // Then
        assertThat(analyse(lock, manifest, unused)).isEqualTo("NOT_AFFECTED low []");
        assertThat(analyse(lock, manifest, called)).isEqualTo("EXPLOITABLE medium [src/main.rs:3]");
        assertThat(analyse(lock, manifest, "use time::Duration;\n")).isEqualTo("IN_TRIAGE low [src/main.rs:1]");
        // And: another component may use it
        String shared = lock + """
                dependencies = []
                [[package]]
                name = "chrono"
                version = "0.4.0"
                source = "registry+https://index.example/"
                dependencies = ["time"]
                """;
        assertThat(analyse(shared, manifest, unused)).isEqualTo("IN_TRIAGE low []");
    }

    private String analyse(String lock, String manifest, String code) {
        SourceTree tree = Trees.of(root, "Cargo.lock", lock, "Cargo.toml", manifest, "src/main.rs", code);
        Vulnerability one = DependencyScan.run(
                        tree, new DependencyScan.Job(new OsvMirror(Mirrors.small()), new SourceUses(tree), NOW))
                .vulnerabilities()
                .getFirst();
        return one.analysis().name() + " " + one.severity() + " "
                + one.uses().stream().map(use -> use.path() + ":" + use.line()).toList();
    }

    private static DependencyScan.Result scan(SourceTree tree) {
        return DependencyScan.run(tree, new DependencyScan.Job(new OsvMirror(Mirrors.small()), Uses.UNKNOWN, NOW));
    }
}
