package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.client.GatewayClient.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions, keys and administrators, as a client of the gateway sees them, while parts of the platform come and go. */
@ExtendWith(PlatformExtension.class)
class IdentityIT {

    private static final String API = "/api/v1";
    private static final int POLICY_VIOLATION = 1008;

    @Test
    void a_session_that_ends_ends_everywhere(Platform platform) throws Exception {
        Client client = Client.register(platform);
        JsonNode session = login(platform, client);
        String token = session.path("access_token").asText();
        assertThat(get(platform, token, "/tasks").status()).isEqualTo(200);
        Closed closed = new Closed();
        WebSocket socket = open(platform, token, closed);

        Answer logout = platform.gateway().send("POST", API + "/auth/logout", token, null);

        assertThat(logout.status()).isEqualTo(204);
        assertThat(closed.code.get(30, TimeUnit.SECONDS)).isEqualTo(POLICY_VIOLATION);
        assertThat(socket.isOutputClosed() || socket.isInputClosed()).isTrue();
        // The gateway has heard of it, and so does the manager behind it
        assertThat(get(platform, token, "/tasks").status()).isEqualTo(401);
        assertThat(refresh(platform, session).status()).isEqualTo(401);
        assertThat(get(platform, client.token(), "/tasks").status()).isEqualTo(200);
    }

    @Test
    void a_key_may_do_what_it_says_until_it_is_revoked(Platform platform) throws Exception {
        Client client = Client.register(platform);
        JsonNode key = platform.gateway()
                .send(
                        "POST",
                        API + "/users/me/api-keys",
                        client.token(),
                        "{\"name\": \"build server\", \"scopes\": [\"tasks:read\"]}")
                .require(201);
        String secret = key.path("key").asText();

        assertThat(get(platform, secret, "/tasks").status()).isEqualTo(200);
        assertThat(platform.gateway()
                        .send("POST", API + "/tasks", secret, "{\"name\": \"x\", \"task_type\": \"test_execution\"}")
                        .status())
                .isEqualTo(403);
        assertThat(get(platform, secret, "/users/me/api-keys").status()).isEqualTo(403);
        String path = "/users/me/api-keys/" + key.path("id").asText();
        assertThat(platform.gateway()
                        .send("DELETE", API + path, client.token(), null)
                        .status())
                .isEqualTo(204);
        awaitStatus(platform, secret, 401);
    }

    @Test
    void the_first_administrator_needs_the_token_that_was_left(Platform platform) throws Exception {
        Path file = platform.home().resolve("secrets/setup-token");
        String setUp = Files.readString(file).strip();
        String name = "root-" + UUID.randomUUID().toString().substring(24);
        String password = "quite a long one " + UUID.randomUUID();

        assertThat(setUp(platform, "yms_guessed", name, password).status()).isEqualTo(401);
        setUp(platform, setUp, name, password).require(201);

        assertThat(setUp(platform, setUp, name + "-2", password).status()).isEqualTo(409);
        assertThat(file).doesNotExist();
        String admin = platform.gateway().login(name, password);
        JsonNode users = get(platform, admin, "/users?limit=5").require(200);
        assertThat(users.path("items").isEmpty()).isFalse();
        JsonNode audit = get(platform, admin, "/audit/verify").require(200);
        assertThat(audit.path("intact").asBoolean()).as("%s", audit).isTrue();
        assertThat(get(platform, Client.register(platform).token(), "/audit").status())
                .isEqualTo(403);
    }

    @Test
    void while_auth_service_is_away_tokens_go_on_and_then_nothing_is_lost(Platform platform) throws Exception {
        Client client = Client.register(platform);
        JsonNode ended = login(platform, client);
        JsonNode kept = login(platform, client);
        String token = kept.path("access_token").asText();
        platform.gateway()
                .send("POST", API + "/auth/logout", ended.path("access_token").asText(), null);
        get(platform, token, "/tasks").require(200);

        platform.kill9("auth-service");
        try {
            assertThat(get(platform, token, "/tasks").status()).isEqualTo(200);
            assertThat(get(platform, ended.path("access_token").asText(), "/tasks")
                            .status())
                    .isEqualTo(401);
            assertThat(loginAnswer(platform, client).status()).isEqualTo(503);
        } finally {
            platform.up();
        }

        refresh(platform, kept).require(200);
        assertThat(refresh(platform, ended).status()).isEqualTo(401);
        assertThat(get(platform, ended.path("access_token").asText(), "/tasks").status())
                .isEqualTo(401);
    }

    @Test
    void redis_away_changes_nothing(Platform platform) throws Exception {
        Client client = Client.register(platform);

        platform.kill9("redis");
        try {
            JsonNode session = login(platform, client);
            refresh(platform, session).require(200);
            String token = session.path("access_token").asText();
            assertThat(get(platform, token, "/tasks").status()).isEqualTo(200);
            platform.gateway().send("POST", API + "/auth/logout", token, null);
            awaitStatus(platform, token, 401);
        } finally {
            platform.up();
        }
    }

    @Test
    void with_postgres_away_what_needs_it_is_refused_and_comes_back(Platform platform) throws Exception {
        Client client = Client.register(platform);
        JsonNode session = login(platform, client);

        platform.kill9("postgres");
        try {
            assertThat(loginAnswer(platform, client).status()).isEqualTo(503);
            assertThat(refresh(platform, session).status()).isEqualTo(503);
        } finally {
            platform.up();
        }

        refresh(platform, session).require(200);
        login(platform, client);
    }

    private static JsonNode login(Platform platform, Client client) throws Exception {
        return loginAnswer(platform, client).require(200);
    }

    private static Answer loginAnswer(Platform platform, Client client) throws Exception {
        return platform.gateway()
                .send(
                        "POST",
                        API + "/auth/login",
                        null,
                        "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(client.username(), client.password()));
    }

    private static Answer refresh(Platform platform, JsonNode session) throws Exception {
        return platform.gateway()
                .send(
                        "POST",
                        API + "/auth/refresh",
                        null,
                        "{\"refresh_token\": \"%s\"}"
                                .formatted(session.path("refresh_token").asText()));
    }

    private static Answer setUp(Platform platform, String token, String name, String password) throws Exception {
        return platform.gateway().send("POST", API + "/auth/setup", null, """
                        {"setup_token": "%s", "username": "%s", "email": "%s@example.org", "password": "%s"}
                        """.formatted(token, name, name, password));
    }

    private static Answer get(Platform platform, String token, String path) throws Exception {
        return platform.gateway().send("GET", API + path, token, null);
    }

    private static void awaitStatus(Platform platform, String token, int status) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int last;
        do {
            last = get(platform, token, "/tasks").status();
        } while (last != status && System.nanoTime() < deadline);
        assertThat(last).isEqualTo(status);
    }

    private static WebSocket open(Platform platform, String token, Closed closed) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(
                        URI.create("ws" + platform.origin().toString().substring("http".length()) + API + "/ws"),
                        closed)
                .join();
    }

    private static final class Closed implements WebSocket.Listener {

        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            code.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable thrown) {
            code.completeExceptionally(thrown);
        }
    }
}
