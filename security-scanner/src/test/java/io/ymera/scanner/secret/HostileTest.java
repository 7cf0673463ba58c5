package io.ymera.scanner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was made to be slow is only slow in proportion to its length: the limit is far above what these take, and far below what is not linear. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HostileTest {

    private static final int LONG = 10_000_000;
    private static final TextScan SCAN = new TextScan();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "eyJ", "eyJa.eyJa.", "sk-", "password=", "password=\"", "token:", "-----BEGIN ",
                        "-----BEGIN PRIVATE KEY-----", "://a:",
                "Server=;", "ghp_", "\\", "\"", "Basic ", "curl -u a:", "secret\"value", "pwd   ", "<password>",
                        "A\ud800"
            })
    void readsOneEndlessLine(String piece) {
        String text = piece.repeat(LONG / piece.length());

        for (String file : List.of("a.java")) {
            assertThat(SCAN.scan(file, text, Place.of(file)).candidates()).hasSizeLessThan(100_001);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.env", "x.json", "x.xml", ".netrc", ".pgpass", ".htpasswd"})
    void readsEndlessLinesOfOtherFiles(String file) {
        for (String piece : List.of("<password>", "password a", "a:1:b:c", "user:$apr1$")) {
            String text = piece.repeat(LONG / 4 / piece.length());

            assertThat(SCAN.scan(file, text, Place.of(file)).candidates()).hasSizeLessThan(100_001);
        }
    }

    @Test
    void readsWhatIsNoText(@TempDir Path root) throws IOException {
        Files.write(
                root.resolve("a.txt"), new byte[] {(byte) 0xc3, 0x28, (byte) 0xff, 'p', 'w', 'd', '=', (byte) 0x80});
        Files.write(root.resolve("b.txt"), new byte[] {'x', 0, 'y'});
        Files.writeString(root.resolve("c.pem"), "-----BEGIN RSA PRIVATE KEY", StandardCharsets.UTF_8);
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(root.resolve(".git"), root.resolve("loop"));

        Findings findings = SecretScan.scan(SourceTree.of(root, 100, LONG), SecretScan.Options.defaults());

        assertThat(findings.findings()).isEmpty();
        assertThat(findings.notes()).extracting("path").contains(".git");
    }

    @Test
    void saysThatItLeftSomethingOut(@TempDir Path root) throws IOException {
        Files.writeString(
                root.resolve("a.env"),
                "db_password=vK7" + "qL9zRw2T\n".repeat(1) + "db_password=vK7qL9zRw2T\n".repeat(1000));

        Findings findings = SecretScan.scan(SourceTree.of(root, 100, LONG), SecretScan.Options.defaults());

        assertThat(findings.findings()).hasSize(200);
        assertThat(findings.notes()).hasSize(1);
    }
}
