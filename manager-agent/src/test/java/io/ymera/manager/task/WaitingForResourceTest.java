package io.ymera.manager.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A waiting task says what it waits for. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class WaitingForResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One more than are counted. */
    private static final String PENDING = """
            INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                               created_at, available_at)
            SELECT gen_random_uuid(), $1, 'waits', $2, '{}', 1, 'pending', 900, 3, now(), now()
              FROM generate_series(1, 10001)
            """;

    private final Client client = Client.user();

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool pool;

    @Test
    void itsTime() throws Exception {
        new ScriptedAgent("waits_time", 1).close();
        UUID task = client.submit("waits_time", ", \"run_at\": \"2030-01-01T00:00:00Z\"");

        JsonPath seen = client.task(task);

        assertThat(seen.getString("waiting_for.reason")).isEqualTo("scheduled");
        assertThat(seen.getString("waiting_for.until")).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(seen.getString("waiting_for.detail")).contains("2030-01-01T00:00:00Z");
        assertThat(seen.getString("queue_position")).isNull();
    }

    @Test
    void anAgentAndThenASlotAndItsPlaceInTheQueue() throws Exception {
        new ScriptedAgent("waits_slot", 1).close();
        client.await(
                client.submit("waits_slot"),
                seen -> "no_agent".equals(seen.getString("waiting_for.reason")) && seen.getInt("queue_position") == 1);
        UUID second = client.submit("waits_slot");
        JsonPath withoutAgent = client.await(second, seen -> "no_agent".equals(seen.getString("waiting_for.reason")));

        assertThat(withoutAgent.getInt("queue_position")).isEqualTo(2);
        assertThat(withoutAgent.getInt("waiting_for.agents")).isZero();
        assertThat(withoutAgent.getString("waiting_for.detail"))
                .contains("waits_slot version 1", "one task is before it");

        try (var agent = new ScriptedAgent("waits_slot", 1)) {
            AttemptRef first = agent.receive().ref();
            agent.hold(first);
            agent.report(first, new Started());
            JsonPath withAgent =
                    client.await(second, seen -> "no_free_slot".equals(seen.getString("waiting_for.reason")));
            UUID urgent = client.submit("waits_slot", ", \"priority\": \"high\"");

            assertThat(withAgent.getInt("queue_position")).isEqualTo(1);
            assertThat(withAgent.getInt("waiting_for.slots")).isEqualTo(1);
            assertThat(client.task(urgent).getInt("queue_position")).isEqualTo(1);
            assertThat(client.task(second).getInt("queue_position")).isEqualTo(2);
            agent.report(first, new Completed(JsonNodeFactory.instance.objectNode()));
        }
    }

    @Test
    void aQueueThatIsTooLongToCount() throws Exception {
        new ScriptedAgent("waits_long", 1).close();
        UUID task = client.submit("waits_long", ", \"priority\": \"low\"");
        client.awaitStatus(task, "pending");
        String others = UUID.randomUUID().toString();
        pool.preparedQuery(PENDING)
                .execute(Tuple.of(others, "waits_long"))
                .await()
                .atMost(PATIENCE);

        try {
            JsonPath seen = client.task(task);

            assertThat(seen.getString("queue_position")).isNull();
            assertThat(seen.getString("waiting_for.position")).isNull();
            assertThat(seen.getString("waiting_for.detail")).contains("more than 10000 tasks are before it");
        } finally {
            pool.preparedQuery("DELETE FROM tasks WHERE owner = $1")
                    .execute(Tuple.of(others))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    @Test
    void aConcurrencyKey() throws Exception {
        try (var agent = new ScriptedAgent("waits_key", 1)) {
            UUID holder = client.submit("waits_key", ", \"concurrency_key\": \"k\"");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            UUID next = client.submit("waits_key", ", \"concurrency_key\": \"k\"");
            UUID last = client.submit("waits_key", ", \"concurrency_key\": \"k\", \"priority\": \"low\"");

            for (UUID task : new UUID[] {next, last}) {
                JsonPath seen = client.task(task);
                assertThat(seen.getString("waiting_for.reason")).isEqualTo("concurrency_key");
                assertThat(seen.getString("waiting_for.held_by_task")).isEqualTo(holder.toString());
                assertThat(seen.getInt("waiting_for.position")).isEqualTo(task.equals(next) ? 1 : 2);
                assertThat(seen.getString("queue_position")).isNull();
            }
        }
    }

    @Test
    void anAgentToBeginAndThenAPauseAndThenNothing() throws Exception {
        try (var agent = new ScriptedAgent("waits_pause", 1)) {
            UUID task = client.submit(
                    "waits_pause", ", \"retry\": {\"first_pause_seconds\": 3600, \"max_pause_seconds\": 3600}");
            AttemptRef attempt = agent.receive().ref();
            assertThat(client.task(task).getString("waiting_for.reason")).isEqualTo("dispatched");

            agent.report(attempt, new Started());
            assertThat(client.awaitStatus(task, "running").getString("waiting_for"))
                    .isNull();

            agent.report(attempt, new Failed(new TaskFailure("flaky", "Not now", true)));
            JsonPath seen = client.awaitStatus(task, "scheduled");
            assertThat(seen.getString("waiting_for.reason")).isEqualTo("retry_pause");
            assertThat(seen.getString("waiting_for.until")).isNotNull();
            client.post("/tasks/" + task + "/cancel").statusCode(200);
            assertThat(client.task(task).getString("waiting_for")).isNull();
        }
    }
}
