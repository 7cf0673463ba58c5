package io.ymera.manager.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.manager.Client;
import io.ymera.manager.LiveClient;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.testkit.TestServers;
import io.ymera.testkit.TokenIssuer;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class LiveSocketTest {

    private final Client client = Client.user();

    @Test
    void eventsComeAsTheyHappenNumberedWithoutGap() throws Exception {
        try (var agent = new ScriptedAgent("live_happy", 1);
                var live = new LiveClient(client)) {
            UUID task = client.submit("live_happy");
            live.subscribe(task, 0);
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);

            agent.report(attempt, new Started());
            for (int i = 1; i <= 300; i++) {
                agent.report(attempt, new Progress(i / 300.0, "step " + i));
            }
            agent.report(attempt, new Completed(JsonNodeFactory.instance.objectNode()));
            var seen = live.untilLast();

            assertThat(seen.sequences())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 304).boxed().toList());
            assertThat(seen.events().get(2).path("data").path("agent_id").asText())
                    .isEqualTo(agent.id().toString());
            assertThat(seen.events().get(152).path("data").path("message").asText())
                    .isEqualTo("step 150");
        }
    }

    @Test
    void aClientGoesOnFromTheLastNumberItSaw() throws Exception {
        UUID task = completedTask("live_resume");

        var rest = LiveClient.follow(client, task, 3);

        assertThat(rest.sequences()).containsExactly(4L);
        assertThat(rest.types()).containsExactly("task.completed");
    }

    @Test
    void withoutRedisEventsComeLaterButAllTheSame() throws Exception {
        try (var agent = new ScriptedAgent("live_no_redis", 1);
                var live = new LiveClient(client)) {
            UUID task = client.submit("live_no_redis");
            live.subscribe(task, 0);
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());
            client.awaitStatus(task, "running");

            TestServers.redis().kill9();
            try {
                agent.report(attempt, new Completed(JsonNodeFactory.instance.objectNode()));

                assertThat(live.untilLast().types()).endsWith("task.started", "task.completed");
            } finally {
                TestServers.redis().restart();
            }
        }
    }

    @Test
    void anotherUsersTaskIsNotThere() throws Exception {
        UUID task = completedTask("live_foreign");

        JsonNode answer = ask(Client.user(), task);

        assertThat(answer.path("type").asText()).isEqualTo("error");
        assertThat(answer.path("code").asText()).isEqualTo("not_found");
    }

    @Test
    void anAdminSeesAll() throws Exception {
        UUID task = completedTask("live_admin");

        var seen = LiveClient.follow(Client.admin(), task, 0);

        assertThat(seen.types()).endsWith("task.completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"type\": \"subscribe\"}",
                "{\"type\": \"subscribe\", \"task_id\": \"x\"}",
                "{\"type\": \"drop table\", \"task_id\": \"01a20033-9828-71c7-a8e7-623c2f84fd56\"}"
            })
    void aMessageThatIsNoCommandIsAnsweredAndTheConnectionStays(String message) {
        try (LiveClient live = new LiveClient(client)) {
            live.send(message);
            JsonNode answer = live.next();
            live.subscribe(UUID.randomUUID(), 0);

            assertThat(answer.path("type").asText()).isEqualTo("error");
            assertThat(live.next().path("code").asText()).isEqualTo("not_found");
        }
    }

    @Test
    void aConnectionEndsWithItsSessionAndOthersGoOn() throws Exception {
        UUID task = completedTask("live_session");
        Client ending = Client.user();
        try (var live = new LiveClient(ending);
                var other = new LiveClient(client)) {
            // Both are connected, and answered
            live.send("{}");
            live.next();

            TokenIssuer.shared().revoke(ending.token());

            assertThat(live.untilClosed()).isEqualTo("1008 the session has ended");
            other.subscribe(task, 0);
            assertThat(other.untilLast().types()).endsWith("task.completed");
            assertThatThrownBy(() -> new LiveClient(ending)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    void aConnectionEndsWithItsToken() throws Exception {
        try (var live = new LiveClient(new Client(TokenIssuer.shared().user(Duration.ofSeconds(2))))) {
            assertThat(live.untilClosed()).isEqualTo("1008 the token has expired");
        }
    }

    @Test
    void aHandshakeNeedsAValidToken() {
        for (String token : new String[] {
            "",
            TokenIssuer.shared().expired(),
            TokenIssuer.shared().forged(),
            TokenIssuer.shared().unsigned(),
            TokenIssuer.shared().scoped("workflows:write"),
            TokenIssuer.shared().hmacWithPublicKey()
        }) {
            assertThatThrownBy(() -> new LiveClient(new Client(token)))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    private UUID completedTask(String taskType) throws InterruptedException {
        try (var agent = new ScriptedAgent(taskType, 1)) {
            UUID task = client.submit(taskType);
            AttemptRef attempt = agent.receive().ref();
            agent.report(attempt, new Started());
            agent.report(attempt, new Completed(JsonNodeFactory.instance.objectNode()));
            client.awaitStatus(task, "completed");
            return task;
        }
    }

    private static JsonNode ask(Client client, UUID task) {
        try (LiveClient live = new LiveClient(client)) {
            live.subscribe(task, 0);
            return live.next();
        }
    }
}
