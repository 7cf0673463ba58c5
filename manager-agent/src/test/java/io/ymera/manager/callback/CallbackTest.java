package io.ymera.manager.callback;

import static io.restassured.RestAssured.given;
import static io.ymera.manager.callback.TestReceiver.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callbacks as their owners and receivers see them. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class CallbackTest {

    @Inject
    Pool pool;

    private final Client client = Client.user();

    @Test
    void aReceiverIsToldAndCanCheckWhoTellsIt() throws Exception {
        byte[] secret = secret(client);
        try (var agent = new ScriptedAgent("callback_happy", 1);
                var receiver = new TestReceiver(status(200))) {
            UUID task = client.submit(
                    "callback_happy", ", \"callback_url\": \"http://127.0.0.1:%d/hook\"".formatted(receiver.port()));
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());
            agent.report(
                    attempt, new Completed(JsonNodeFactory.instance.objectNode().put("text", "done")));

            var told = receiver.next();

            assertThat(told.body())
                    .contains("\"type\":\"task.completed\"", "\"task_id\":\"" + task, "\"text\":\"done\"");
            assertThat(told.headers().get("webhook-signature"))
                    .isEqualTo(Signature.header(
                            UUID.fromString(told.headers().get("webhook-id")),
                            Instant.ofEpochSecond(Long.parseLong(told.headers().get("webhook-timestamp"))),
                            told.body().getBytes(UTF_8),
                            List.of(secret)));
            awaitDelivered(task);
            client.get("/tasks/%s/callbacks".formatted(task))
                    .body("items", org.hamcrest.Matchers.hasSize(1))
                    .body("items[0].callback_id", equalTo(told.headers().get("webhook-id")))
                    .body("items[0].attempts[0].status_code", equalTo(200))
                    .body("items[0].attempts[0].error", nullValue())
                    .body("items[0].next_attempt_at", nullValue());
            Client.user().get("/tasks/%s/callbacks".formatted(task)).statusCode(404);
            Client.admin().get("/tasks/%s/callbacks".formatted(task)).statusCode(200);
        }
    }

    @Test
    void aSecretIsShownOnceAndKeptEncrypted() {
        client.get("/callbacks/secret").statusCode(404);

        String shown = client.post("/callbacks/secret", "")
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("previous_until", nullValue())
                .extract()
                .path("secret");
        client.get("/callbacks/secret")
                .statusCode(200)
                .body("secret", nullValue())
                .body("created_at", notNullValue())
                .body("previous_until", nullValue());

        assertThat(shown).matches("whsec_[A-Za-z0-9+/]{43}=");
        byte[] secret = Base64.getDecoder().decode(shown.substring("whsec_".length()));
        for (var row : pool.query("SELECT encode(secret, 'hex') FROM callback_secrets")
                .execute()
                .await()
                .indefinitely()) {
            assertThat(row.getString(0)).doesNotContain(java.util.HexFormat.of().formatHex(secret));
        }
    }

    @Test
    void aReplacedSecretStaysGoodForAWhile() {
        byte[] first = secret(client);

        client.post("/callbacks/secret", "").statusCode(201).body("previous_until", notNullValue());
        client.get("/callbacks/secret").statusCode(200).body("previous_until", notNullValue());

        assertThat(secret(client)).isNotEqualTo(first);
    }

    @Test
    void aServiceHasNoCallbacks() {
        Client service = new Client(TokenIssuer.shared().service("some-agent"));

        service.get("/callbacks/secret").statusCode(403);
        service.post("/callbacks/secret", "").statusCode(403);
        given().get("/callbacks/secret").then().statusCode(401);
    }

    @Test
    void whoHasNoSecretIsToldToMakeOne() throws Exception {
        new ScriptedAgent("callback_known", 1).close();

        client.post("/schedules", schedule("https://example.org/hook"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/task/callback_url"))
                .body("errors.message", hasItem(containsString("POST /callbacks/secret")));
        client.post("/tasks", task("https://example.org/hook"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/callback_url"))
                .body("errors.message", hasItem(containsString("POST /callbacks/secret")));
        secret(client);
        client.post("/schedules", schedule("https://example.org/hook")).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"ftp://example.org", "https://", "https://user:pw@example.org/", "not a url", "'https://example.org/#x'"
    })
    void aUrlThatCallbacksCanNotGoToIsRefused(String url) throws Exception {
        secret(client);
        new ScriptedAgent("callback_known", 1).close();

        client.post("/schedules", schedule(url)).statusCode(422).body("errors.pointer", hasItem("/task/callback_url"));
        client.post("/tasks", task(url)).statusCode(422).body("errors.pointer", hasItem("/callback_url"));
    }

    @Test
    void aTaskWithoutCallbacksHasNone() throws Exception {
        new ScriptedAgent("callback_known", 1).close();
        UUID task = client.submit("callback_known");

        client.get("/tasks/%s/callbacks".formatted(task)).statusCode(200).body("items", equalTo(List.of()));
        client.get("/tasks/%s/callbacks".formatted(UUID.randomUUID())).statusCode(404);
        client.get("/tasks/x/callbacks").statusCode(404);
    }

    private static String schedule(String url) {
        return "{\"name\": \"n\", \"cron\": \"@yearly\", \"task\": {\"task_type\": \"callback_known\", \"callback_url\": \"%s\"}}"
                .formatted(url);
    }

    private static String task(String url) {
        return "{\"name\": \"t\", \"task_type\": \"callback_known\", \"callback_url\": \"%s\"}".formatted(url);
    }

    private static byte[] secret(Client client) {
        String shown =
                client.post("/callbacks/secret", "").statusCode(201).extract().path("secret");
        return Base64.getDecoder().decode(shown.substring("whsec_".length()));
    }

    private void awaitDelivered(UUID task) {
        Instant end = Instant.now().plusSeconds(30);
        while (pool.preparedQuery("SELECT FROM callbacks WHERE task_id = $1 AND status = 'delivered'")
                        .execute(Tuple.of(task))
                        .await()
                        .indefinitely()
                        .size()
                == 0) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
