package io.ymera.gateway.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.testkit.TestApiKey;
import io.ymera.testkit.TokenIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebSocketResourceTest {

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    private final HttpClient client = HttpClient.newHttpClient();

    /** What the client hears: its messages, then how it ended. */
    private static final class Ear implements WebSocket.Listener {
        final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        volatile String reason = "";
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                messages.add(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            this.reason = reason;
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }

        @Nullable
        String next() throws InterruptedException {
            return messages.poll(20, TimeUnit.SECONDS);
        }
    }

    private final Ear ear = new Ear();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/api/v1/ws"})
    void carriesMessagesBothWays(String path) throws InterruptedException {
        WebSocket socket = connect(path, TokenIssuer.shared().user());

        socket.sendText("hello", true).join();

        assertThat(ear.next()).isEqualTo("echo hello");
    }

    @Test
    void aConnectionOnWhichNothingHappensForAWhileStays() throws InterruptedException {
        WebSocket socket = connect("/ws", TokenIssuer.shared().user());

        socket.sendText("later", true).join();

        assertThat(ear.next()).isEqualTo("echo later");
    }

    @Test
    void carriesMessagesInParts() throws InterruptedException {
        WebSocket socket = connect("/ws", TokenIssuer.shared().user());

        socket.sendText("hel", false).join().sendText("lo", true).join();

        assertThat(ear.next()).isEqualTo("echo hello");
    }

    @Test
    void carriesLargeAnswers() throws InterruptedException {
        WebSocket socket = connect("/ws", TokenIssuer.shared().user());

        socket.sendText("send:1000000", true).join();

        assertThat(ear.next()).hasSize(1_000_000);
    }

    @Test
    void aServiceHearsOnlyChosenHeaders() throws InterruptedException {
        WebSocket socket = client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + TokenIssuer.shared().user())
                .header("X-User-Id", "root")
                .header("Origin", "https://evil.example")
                .buildAsync(uri("/ws"), ear)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();

        socket.sendText("headers", true).join();

        assertThat(ear.next())
                .contains("authorization", "traceparent")
                .doesNotContain("x-user-id", "origin", "sec-websocket-extensions");
    }

    @Test
    void aServicesCloseReachesTheClient() {
        WebSocket socket = connect("/ws", TokenIssuer.shared().user());

        socket.sendText("close:4001", true).join();

        assertThat(ear.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4001);
    }

    @Test
    void aMessageOverTheLimitEndsTheConnection() {
        WebSocket socket = connect("/ws", TokenIssuer.shared().user());

        socket.sendText("x".repeat(2_000_000), true);

        assertThat(ear.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1009);
        assertThat(ear.messages).isEmpty();
    }

    @Test
    void aConnectionEndsWithItsSession() throws InterruptedException {
        String token = TokenIssuer.shared().user();
        WebSocket socket = connect("/ws", token);
        socket.sendText("hello", true).join();
        assertThat(ear.next()).isEqualTo("echo hello");

        TokenIssuer.shared().revoke(token);

        assertThat(ear.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1008);
        assertThat(ear.reason).isEqualTo("the session has ended");
        assertThat(refusal("/ws", token)).isEqualTo(401);
    }

    @Test
    void anotherSessionsEndDoesNotMatter() throws InterruptedException {
        WebSocket socket = connect("/ws", TokenIssuer.shared().user());

        TokenIssuer.shared().revoke(TokenIssuer.shared().user());
        socket.sendText("hello", true).join();

        assertThat(ear.next()).isEqualTo("echo hello");
    }

    @Test
    void anApiKeyOpensAConnectionAndItsEndClosesIt() throws InterruptedException {
        TestApiKey key = TestApiKey.create("tasks:read");
        WebSocket socket = client.newWebSocketBuilder()
                .header("X-API-Key", key.text())
                .buildAsync(uri("/ws"), ear)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        socket.sendText("headers", true).join();
        assertThat(ear.next()).contains("authorization").doesNotContain("x-api-key");

        key.revoke();

        assertThat(ear.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1008);
    }

    @Test
    void withoutATokenThereIsNone() {
        assertThat(refusal("/ws", null)).isEqualTo(401);
    }

    @Test
    void withAForgedTokenThereIsNone() {
        assertThat(refusal("/ws", TokenIssuer.shared().forged())).isEqualTo(401);
    }

    @Test
    void aServiceTokenIsNoUsers() {
        assertThat(refusal("/ws", TokenIssuer.shared().service("agent"))).isEqualTo(403);
    }

    @Test
    void whatTheServiceRefusesIsRefused() {
        assertThat(refusal("/ws?refuse=true", TokenIssuer.shared().user())).isEqualTo(403);
    }

    @Test
    void otherPathsHaveNone() {
        assertThat(refusal("/elsewhere", TokenIssuer.shared().user())).isEqualTo(404);
    }

    @Test
    void aPlainGetIsToldWhatIsWanted() {
        given().auth()
                .oauth2(TokenIssuer.shared().user())
                .get("/ws")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
    }

    private WebSocket connect(String path, String token) {
        return client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(uri(path), ear)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private int refusal(String path, @Nullable String token) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        CompletableFuture<WebSocket> connection =
                builder.buildAsync(uri(path), ear).orTimeout(20, TimeUnit.SECONDS);
        assertThatThrownBy(connection::join).isInstanceOf(CompletionException.class);
        return ((WebSocketHandshakeException) connection.exceptionNow())
                .getResponse()
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("ws://" + gateway.getAuthority() + path);
    }
}
