package io.ymera.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.auth.secret.RandomToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsFileTest {

    private static final String SHA256_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    private static final String FORM =
            "line 2 must be client_id:sha256-hex-of-secret:task_type,task_type, or :* for all task types";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void knowsAClientByItsSecret() throws IOException {
        ClientsFile clients = read("# a comment\n\n  agent-1:" + SHA256_OF_SECRET + ":*  \r\n");

        assertThat(isProvedBy(clients, "secret")).isTrue();
        assertThat(isProvedBy(clients, "Secret")).isFalse();
        assertThat(isProvedBy(clients, "")).isFalse();
        assertThat(clients.find("agent-2")).isEmpty();
        assertThat(clients.find("")).isEmpty();
    }

    @Test
    void knowsWhatItMayServe() throws IOException {
        ClientsFile clients = read("a:" + SHA256_OF_SECRET + ":*\nb:" + SHA256_OF_SECRET + ":word_count,empty\n");

        assertThat(clients.find("a").orElseThrow().taskTypes()).containsExactly("*");
        assertThat(clients.find("b").orElseThrow().taskTypes()).containsExactlyInAnyOrder("empty", "word_count");
    }

    @Test
    void aLineIsKnownByWhatItSays() throws IOException {
        UUID before = lineId("agent-1:" + SHA256_OF_SECRET + ":a,b");

        assertThat(lineId("  agent-1:" + SHA256_OF_SECRET.toUpperCase(Locale.ROOT) + ":b,a,b"))
                .isEqualTo(before);
        assertThat(lineId("agent-1:" + SHA256_OF_SECRET + ":a")).isNotEqualTo(before);
        assertThat(lineId("agent-1:" + "0".repeat(64) + ":a,b")).isNotEqualTo(before);
        // Who has stolen it can't try secrets
        assertThat(client("agent-1:" + SHA256_OF_SECRET + ":a,b").lineId(key(2)))
                .isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent-1",
                "agent-1:hunter2",
                "agent-1:hunter2:*",
                ":" + SHA256_OF_SECRET + ":*",
                "agent-1:" + SHA256_OF_SECRET + "0:*",
                "agent-1:" + SHA256_OF_SECRET,
                "agent-1:" + SHA256_OF_SECRET + ":",
                "agent-1:" + SHA256_OF_SECRET + ":Word",
                "agent-1:" + SHA256_OF_SECRET + ":*:x"
            })
    void namesABadLineByNumberAndNotByText(String line) {
        assertThatThrownBy(() -> read("# first\n" + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(FORM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agent 1                              | *      | the client_id of line 2 must be 1 to 100
            .agent                               | *      | the client_id of line 2 must be 1 to 100
            01890a5d-ac96-774b-bcce-b302099a8057 | *      | the client_id of line 2 must be 1 to 100
            agent-1                              | a,*    | the third part of line 2 must have * alone
            agent-1                              | a,,b   | the third part of line 2 must be a task type
            agent-1                              | 1a     | the third part of line 2 must be a task type
            agent-1                              | **     | the third part of line 2 must be a task type
            """)
    void saysWhichPartOfALineIsBad(String id, String taskTypes, String message) {
        assertThatThrownBy(() -> read("# first\n" + id + ":" + SHA256_OF_SECRET + ":" + taskTypes + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining(SHA256_OF_SECRET);
    }

    @Test
    void refusesAClientThatIsThereTwice() {
        String line = "agent-1:" + SHA256_OF_SECRET + ":*\n";

        assertThatThrownBy(() -> read(line + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2 has a client_id for the second time");
    }

    @Test
    void aFileThatIsNoTextIsNamedAndNotShown() throws IOException {
        Path file = Files.write(folder.resolve("clients"), new byte[] {(byte) 0xff, (byte) 0xfe, 'x'});

        assertThatThrownBy(() -> ClientsFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the file can't be read");
    }

    private static boolean isProvedBy(ClientsFile clients, String secret) {
        return clients.find("agent-1").orElseThrow().secrets().match(RandomToken.hash(secret), Instant.now());
    }

    private UUID lineId(String line) throws IOException {
        return client(line).lineId(key(1));
    }

    private FileClient client(String line) throws IOException {
        return read(line).find("agent-1").orElseThrow();
    }

    private static SecretKey key(int number) {
        return new SecretKeySpec(new byte[] {(byte) number}, "HmacSHA256");
    }

    private ClientsFile read(String text) throws IOException {
        return ClientsFile.read(Files.writeString(folder.resolve("clients"), text, UTF_8));
    }
}
