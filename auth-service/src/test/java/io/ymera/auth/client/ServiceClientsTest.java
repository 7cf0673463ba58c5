package io.ymera.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClientsTest {

    private static final String SHA256_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void knowsAClientByItsSecret() throws IOException {
        ServiceClients clients = read("# a comment\n\n  agent-1:" + SHA256_OF_SECRET + "  \r\n");

        assertThat(clients.authenticate("agent-1", "secret")).isTrue();
        assertThat(clients.authenticate("agent-1", "Secret")).isFalse();
        assertThat(clients.authenticate("agent-1", "")).isFalse();
        assertThat(clients.authenticate("agent-2", "secret")).isFalse();
        assertThat(clients.authenticate("", "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent-1",
                "agent-1:hunter2",
                ":" + SHA256_OF_SECRET,
                "agent 1:" + SHA256_OF_SECRET,
                "agent-1:" + SHA256_OF_SECRET + "0",
                "agent-1:" + SHA256_OF_SECRET + ":x"
            })
    void namesABadLineByNumberAndNotByText(String line) {
        assertThatThrownBy(() -> read("# first\n" + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2 must be client_id:sha256-hex-of-secret");
    }

    @Test
    void refusesAClientThatIsThereTwice() {
        String line = "agent-1:" + SHA256_OF_SECRET + "\n";

        assertThatThrownBy(() -> read(line + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2 has a client_id for the second time");
    }

    private ServiceClients read(String text) throws IOException {
        return ServiceClients.read(Files.writeString(folder.resolve("clients"), text));
    }
}
