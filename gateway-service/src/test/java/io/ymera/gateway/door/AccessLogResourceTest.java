package io.ymera.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.gateway.Upstream;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessLogResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    private final Logger log = Logger.getLogger("io.ymera.access");
    private final Ear ear = new Ear();
    /** In the path of what this test asks, so that its line is known among those of connections of others that end late. */
    private final String id = UUID.randomUUID().toString();

    /** What is written. */
    private static final class Ear extends Handler {
        final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        log.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(ear);
    }

    @Test
    void aLineIsJsonWithoutSecrets() throws IOException {
        String token = TokenIssuer.shared().user();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        ask("GET /tasks/" + id + "?token=secret-query HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token
                + "\r\nCookie: session=secret-cookie\r\nX-API-Version: secret-header\r\nUser-Agent: \"a\\b\" \u00e9\r\ntraceparent: 00-"
                + trace + "-00f067aa0ba902b7-01\r\n\r\n");

        String line = only();
        assertThat(line).doesNotContain("secret", token, "\n");
        JsonNode said = JSON.readTree(line);
        assertThat(said.path("path").asText()).isEqualTo("/tasks/" + id);
        assertThat(said.path("method").asText()).isEqualTo("GET");
        assertThat(said.path("status").asInt()).isEqualTo(201);
        assertThat(said.path("trace_id").asText()).isEqualTo(trace);
        assertThat(said.path("client").asText()).isEqualTo("127.0.0.1");
        assertThat(said.path("caller").asText()).isEqualTo("ada");
        assertThat(said.path("agent").asText()).startsWith("\"a\\b\" ");
        assertThat(said.has("aborted")).isFalse();
    }

    @Test
    void whatARequestSaysDoesNotBecomeALineOfItsOwn() throws IOException {
        ask("GET /" + id + "%0a\u0085\u0001{\"status\":200} HTTP/1.1\r\nHost: gateway\r\nUser-Agent: "
                + "x".repeat(5_000) + "\r\n\r\n");

        String line = only();
        assertThat(line).doesNotContain("\n", "\u0001").hasSizeLessThan(1_000);
        assertThat(JSON.readTree(line).path("status").asInt()).isEqualTo(400);
    }

    private void ask(String request) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(request);
            http.answer();
        }
    }

    private String only() {
        Upstream.await(() -> !mine().isEmpty());
        assertThat(mine()).hasSize(1);
        return mine().getFirst();
    }

    private List<String> mine() {
        return ear.lines.stream().filter(line -> line.contains(id)).toList();
    }
}
