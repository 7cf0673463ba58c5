package io.ymera.scanner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretScanTest {

    private static final String PASSWORD = "vK7" + "qL9zRw2T";
    private static final String GITHUB = "ghp" + "_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17";
    private static final SecretScan.Options PLAIN = new SecretScan.Options("", null, null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Findings scan(SecretScan.Options options) throws IOException {
        return SecretScan.scan(SourceTree.of(root, 1000, 20_000_000), options);
    }

    @Test
    void saysWhereWhatAndWhatToDo() throws IOException {
        file("src/App.java", "class App {\n    String t = \"" + GITHUB + "\";\n}\n");

        Finding finding = scan(PLAIN).findings().getFirst();

        assertThat(finding.scan()).isEqualTo("secret_scan");
        assertThat(finding.rule()).isEqualTo("github-token");
        assertThat(finding.cwe()).containsExactly(798);
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.location()).isEqualTo(new Location("src/App.java", 2, 17, 2, 57));
        assertThat(finding.message()).isEqualTo("A GitHub token (ghp_****) is in the code");
        assertThat(finding.fix()).contains("Revoke");
    }

    @Test
    void neverShowsAValue() throws IOException {
        file("src/App.java", "String dbPassword = \"" + PASSWORD + "\"; String t = \"" + GITHUB + "\";\n");
        file(".netrc", "machine h login u password " + PASSWORD + "\n");

        Findings findings = scan(new SecretScan.Options("key", null, null));

        assertThat(findings.findings()).hasSize(3);
        assertThat(findings.toString()).doesNotContain(PASSWORD.substring(0, 4), GITHUB.substring(4, 8));
        assertThat(findings.findings().getFirst().properties()).containsEntry("masked", "****");
    }

    @Test
    void whatSomebodyChoseHasNoFingerprintWithoutAKey() throws IOException {
        file("a.java", "String password = \"" + PASSWORD + "\"; String t = \"" + GITHUB + "\";\n");

        List<Finding> without = scan(PLAIN).findings();
        List<Finding> with = scan(new SecretScan.Options("key", null, null)).findings();
        List<Finding> other = scan(new SecretScan.Options("other", null, null)).findings();

        assertThat(without.getFirst().properties()).doesNotContainKey("fingerprint");
        assertThat(without.getLast().properties()).containsKey("fingerprint");
        assertThat(with.getFirst().properties().get("fingerprint"))
                .hasSize(16)
                .isNotEqualTo(other.getFirst().properties().get("fingerprint"));
    }

    @Test
    void anchorsStayWhenLinesMove() throws IOException {
        String line = "String password = \"" + PASSWORD + "\";\n";
        file("a.java", line + line);
        List<String> before =
                scan(PLAIN).findings().stream().map(Finding::anchor).toList();

        file("a.java", "\n\n" + line + "int i;\n" + line);

        assertThat(scan(PLAIN).findings().stream().map(Finding::anchor).toList())
                .isEqualTo(before)
                .doesNotHaveDuplicates();
    }

    @Test
    void isOneFindingForEachPlaceAndSaysWhichAreTheSame() throws IOException {
        file("a.java", "String password = \"" + PASSWORD + "\";\n");
        file("b.py", "password = \"" + PASSWORD + "\"\ntoken = \"" + GITHUB + "\"\n");

        List<Finding> findings = scan(PLAIN).findings();

        assertThat(findings)
                .extracting(finding -> finding.properties().get("secret"))
                .containsExactly("1", "1", "2");
    }

    @Test
    void isLessBadInTestsAndManuals() throws IOException {
        file("src/test/java/AppTest.java", "String t = \"" + GITHUB + "\"; String password = \"vK7!qL9$zRw2Tx8\";\n");
        file("docs/use.md", "password: \"admin123\"\n");

        List<Finding> findings = scan(PLAIN).findings();

        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.HIGH, Severity.LOW);
    }

    @Test
    void anExpiredTokenIsHardlyBad() throws IOException {
        String token = "eyJhbGciOiJSUzI1NiJ9" + ".eyJpc3MiOiJ5bWVyYSIsImV4cCI6MTcwMDAwMDAwMH0"
                + ".q8Zt4Lw9Xk2Rv7Bn5Yc3Hd6Gs1Mf0JpQ";
        file("a.js", "const t = '" + token + "';\n");

        Finding unknown = scan(PLAIN).findings().getFirst();
        Finding expired = scan(new SecretScan.Options("", null, Instant.parse("2026-01-01T00:00:00Z")))
                .findings()
                .getFirst();

        assertThat(unknown.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(unknown.properties()).containsEntry("expires", "2023-11-14T22:13:20Z");
        assertThat(expired.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void findsPrivateKeysHoweverTheyAreWritten() throws IOException {
        String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
        String more = "MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu";
        String begin = "-----BEGIN " + "PRIVATE KEY-----";
        file("a.pem", begin + "\n" + body + "\n" + more + "\n-----END PRIVATE KEY-----\n");
        file(
                "b.json",
                "{\"private_key\": \"" + begin + "\\n" + body + "\\n" + more + "\\n-----END PRIVATE KEY-----\\n\"}");
        file("c.java", "String K = \"" + begin + "\\n\"\n    + \"" + body + "\\n\"\n    + \"" + more + "\";\n");
        file(
                "d.pem",
                begin + "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,1234\n\n" + body + "\n" + more + "\n-----END");
        file("e.md", begin + "\n...\n-----END PRIVATE KEY-----\n");
        file("f.pem", "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        file("g.p12", "binary");

        assertThat(scan(PLAIN).findings())
                .extracting(Finding::rule)
                .containsExactly("private-key", "private-key", "private-key", "encrypted-private-key", "key-store");
    }
}
