package io.ymera.gateway.upstream;

import static io.restassured.RestAssured.given;
import static io.ymera.gateway.EchoUpstream.MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody leaves before the two WebSockets are one. */
@QuarkusTest
class WebSocketHandshakeResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    LongLived longLived;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void othersAreGone() {
        await(() -> longLived.openWebSockets() == 0);
    }

    @Test
    void aClientThatLeavesBeforeTheServiceHasAcceptedLeavesNothingBehind() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(upgrade("slow=" + id, ""));
            await(() -> completed().contains(id + " arrived"));
            assertThat(longLived.openWebSockets()).isEqualTo(1);
        }

        await(() -> completed().contains(id + " gone"));
        await(() -> longLived.openWebSockets() == 0);
    }

    @Test
    void aServiceThatClosesAtOnceIsHeard() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(upgrade("closing=" + id, ""));

            assertThat(http.answer()).startsWith("HTTP/1.1 101");
            assertThat(http.rest()).contains("not today");
        }
        await(() -> longLived.openWebSockets() == 0);
    }

    @Test
    void aServiceThatNeverAcceptsIsNotWaitedForAndItsConnectionIsClosed() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(upgrade("never=" + id, ""));

            assertThat(http.answer()).startsWith("HTTP/1.1 503");
        }
        await(() -> completed().contains(id + " gone"));
        await(() -> longLived.openWebSockets() == 0);
    }

    /** Vert.x collects some of it, and refuses more without a word to us. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1", "Content-Length: 9000", "Transfer-Encoding: chunked"})
    void aHandshakeWithABodyIsRefusedBeforeTheServiceHearsOfIt(String announced) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(upgrade("slow=" + id, announced + "\r\n"));

            assertThat(http.answer()).startsWith("HTTP/1.1 400").contains("malformed_request");
        }
        assertThat(completed()).doesNotContain(id);
        assertThat(longLived.openWebSockets()).isZero();
    }

    @Test
    void whatVertxRefusesLeavesNothingBehind() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(upgrade("slow=" + id, "").replace("Connection: Upgrade\r\n", ""));

            assertThat(http.answer()).startsWith("HTTP/1.1 400");
        }
        await(() -> completed().contains(id + " gone"));
        await(() -> longLived.openWebSockets() == 0);
    }

    private static String upgrade(String query, String more) {
        return "GET /ws?%s HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n%sSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                .formatted(query, TokenIssuer.shared().user(), more);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static String completed() {
        return given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header(MODE, "completed")
                .get("/tasks")
                .asString();
    }
}
