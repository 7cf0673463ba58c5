package io.ymera.manager.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.manager.Client;
import io.ymera.manager.LiveClient;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What their owners do with tasks that they have handed in: cancel them, and have them run again. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class TaskLifecycleResourceTest {

    private static final String LATER = ", \"run_at\": \"2030-01-01T00:00:00Z\"";

    private final Client client = Client.user();

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool pool;

    @Test
    void aTaskThatWaitsIsCancelledAndTheEventSaysWhyAndByWhom() throws Exception {
        UUID task = waiting("cancel_waiting", LATER);

        client.post("/tasks/" + task + "/cancel", "{\"reason\": \"not needed\"}")
                .statusCode(200)
                .body("task_id", equalTo(task.toString()))
                .body("status", equalTo("cancelled"));
        var seen = LiveClient.follow(client, task, 0);

        assertThat(seen.types()).containsExactly("task.created", "task.cancelled");
        assertThat(seen.events().getLast().path("data").path("reason").asText()).isEqualTo("not needed");
        assertThat(seen.events().getLast().path("data").path("by").asText()).isNotEmpty();
        assertThat(client.task(task).getString("finished_at")).isNotNull();
    }

    @Test
    void cancellingTwiceIsCancellingOnce() throws Exception {
        UUID task = waiting("cancel_twice", LATER);

        client.post("/tasks/" + task + "/cancel").statusCode(200);
        client.post("/tasks/" + task + "/cancel").statusCode(200).body("status", equalTo("cancelled"));

        assertThat(LiveClient.follow(client, task, 0).types()).containsExactly("task.created", "task.cancelled");
    }

    @Test
    void aRunningTaskIsCancelledAndWhatItsAgentSaysLaterChangesNothing() throws Exception {
        try (var agent = new ScriptedAgent("cancel_running", 1);
                var control = new ControlTopic()) {
            UUID task = client.submit("cancel_running");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());
            client.awaitStatus(task, "running");

            client.post("/tasks/" + task + "/cancel").statusCode(200);
            agent.report(attempt, new Completed(JsonNodeFactory.instance.objectNode()));
            UUID next = client.submit("cancel_running");

            assertThat(control.cancelledAttempt(task)).isEqualTo(attempt);
            // The slot is free, and the late report was read before the next one's
            AttemptRef nextAttempt = agent.receive().ref();
            agent.report(nextAttempt, new Started());
            agent.report(nextAttempt, new Completed(JsonNodeFactory.instance.objectNode()));
            client.awaitStatus(next, "completed");
            assertThat(LiveClient.follow(client, task, 0).types())
                    .containsExactly("task.created", "task.dispatched", "task.started", "task.cancelled");
        }
    }

    @Test
    void aCancelledTaskPassesItsConcurrencyKeyOn() throws Exception {
        try (var agent = new ScriptedAgent("cancel_key", 2)) {
            UUID holder = client.submit("cancel_key", ", \"concurrency_key\": \"k\"");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());
            UUID blocked = client.submit("cancel_key", ", \"concurrency_key\": \"k\"");
            assertThat(client.task(blocked).getString("status")).isEqualTo("blocked");

            client.post("/tasks/" + holder + "/cancel").statusCode(200);

            assertThat(agent.receive().taskId()).isEqualTo(blocked);
        }
    }

    @Test
    void whatHasEndedOtherwiseIsNotCancelled() throws Exception {
        UUID completed = completed("cancel_completed");
        UUID failed = failed("cancel_failed");

        client.post("/tasks/" + completed + "/cancel")
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", allOf(containsString("completed"), containsString("cancelled")));
        client.post("/tasks/" + failed + "/cancel").statusCode(409).body("detail", containsString("failed"));
    }

    @Test
    void aFailedTaskRunsAgainWithAFreshBudget() throws Exception {
        try (var agent = new ScriptedAgent("retry_failed", 1)) {
            UUID task = client.submit("retry_failed", ", \"retry\": {\"max_attempts\": 1}");
            fail(agent);
            client.awaitStatus(task, "failed");

            client.post("/tasks/" + task + "/retry")
                    .statusCode(200)
                    .body("task_id", equalTo(task.toString()))
                    .body("status", equalTo("pending"));
            AttemptRef again = agent.receive().ref();
            agent.report(again, new Started());
            agent.report(again, new Completed(JsonNodeFactory.instance.objectNode()));
            var completed = client.awaitStatus(task, "completed");

            assertThat(again.attempt()).isEqualTo(2);
            assertThat(completed.getString("failure")).isNull();
            assertThat(completed.getString("redriven_at")).isNotNull();
            assertThat(history(task, "task.completed"))
                    .containsExactly(
                            "task.created",
                            "task.dispatched",
                            "task.started",
                            "task.failed",
                            "task.redriven",
                            "task.dispatched",
                            "task.started",
                            "task.completed");
        }
    }

    @Test
    void aCancelledTaskRunsAgain() throws Exception {
        try (var agent = new ScriptedAgent("retry_cancelled", 1)) {
            UUID task = client.submit("retry_cancelled", LATER);
            client.post("/tasks/" + task + "/cancel").statusCode(200);

            client.post("/tasks/" + task + "/retry").statusCode(200);

            assertThat(agent.receive().taskId()).isEqualTo(task);
        }
    }

    @Test
    void aTaskThatIsQueuedAgainWaitsForItsConcurrencyKey() throws Exception {
        try (var agent = new ScriptedAgent("retry_key", 1)) {
            UUID cancelled = client.submit("retry_key", LATER + ", \"concurrency_key\": \"k\"");
            client.post("/tasks/" + cancelled + "/cancel").statusCode(200);
            UUID holder = client.submit("retry_key", ", \"concurrency_key\": \"k\"");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());

            client.post("/tasks/" + cancelled + "/retry").statusCode(200).body("status", equalTo("blocked"));
            agent.report(attempt, new Completed(JsonNodeFactory.instance.objectNode()));

            assertThat(agent.receive().taskId()).isEqualTo(cancelled);
            client.awaitStatus(holder, "completed");
        }
    }

    @Test
    void theTotalTimeoutBeginsAnew() throws Exception {
        UUID task = waiting("retry_timeout", LATER + ", \"total_timeout_seconds\": 60");
        client.post("/tasks/" + task + "/cancel").statusCode(200);
        execute("UPDATE tasks SET created_at = created_at - interval '1 hour' WHERE id = $1", task);

        client.post("/tasks/" + task + "/retry").statusCode(200);

        String left = "SELECT extract(epoch FROM deadline_at - redriven_at)::int FROM tasks WHERE id = $1";
        assertThat(execute(left, task).iterator().next().getInteger(0)).isEqualTo(60);
    }

    @Test
    void whatHasNotEndedWithoutSuccessIsNotQueuedAgain() throws Exception {
        UUID completed = completed("retry_completed");
        UUID scheduled = waiting("retry_scheduled", LATER);

        client.post("/tasks/" + completed + "/retry")
                .statusCode(409)
                .body("detail", allOf(containsString("completed"), containsString("pending")));
        client.post("/tasks/" + scheduled + "/retry").statusCode(409).body("detail", containsString("scheduled"));
    }

    @Test
    void aStepOfAWorkflowIsNotQueuedAgain() throws Exception {
        UUID task = waiting("retry_step", LATER);
        client.post("/tasks/" + task + "/cancel").statusCode(200);
        execute("UPDATE tasks SET workflow_id = id WHERE id = $1", task);

        client.post("/tasks/" + task + "/retry").statusCode(409).body("detail", containsString("workflow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "retry"})
    void anotherUsersTaskIsNotThereAndAnAdminMay(String action) throws Exception {
        UUID task = waiting("lifecycle_foreign_" + action, LATER);
        if (action.equals("retry")) {
            client.post("/tasks/" + task + "/cancel").statusCode(200);
        }

        Client.user().post("/tasks/" + task + "/" + action).statusCode(404).body("code", equalTo("not_found"));
        Client.user().post("/tasks/" + UUID.randomUUID() + "/" + action).statusCode(404);
        Client.user().post("/tasks/x/" + action).statusCode(404);
        Client.admin().post("/tasks/" + task + "/" + action).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reason\": 7e", "{\"reason\": {}}", "{\"reason\": \"a\\u0000b\"}", "[]"})
    void aCancellationThatIsNoneIsRefused(String body) throws Exception {
        UUID task = waiting("cancel_hostile", LATER);

        int status = client.post("/tasks/" + task + "/cancel", body).extract().statusCode();

        assertThat(status).isIn(400, 422);
        assertThat(client.task(task).getString("status")).isEqualTo("scheduled");
    }

    private List<String> history(UUID task, String last) {
        try (LiveClient live = new LiveClient(client)) {
            live.subscribe(task, 0);
            return live.until(last).types();
        }
    }

    private UUID waiting(String type, String more) throws InterruptedException {
        new ScriptedAgent(type, 1).close();
        return client.submit(type, more);
    }

    private UUID completed(String type) throws InterruptedException {
        try (var agent = new ScriptedAgent(type, 1)) {
            UUID task = client.submit(type);
            AttemptRef attempt = agent.receive().ref();
            agent.report(attempt, new Started());
            agent.report(attempt, new Completed(JsonNodeFactory.instance.objectNode()));
            client.awaitStatus(task, "completed");
            return task;
        }
    }

    private UUID failed(String type) throws InterruptedException {
        try (var agent = new ScriptedAgent(type, 1)) {
            UUID task = client.submit(type);
            fail(agent);
            client.awaitStatus(task, "failed");
            return task;
        }
    }

    private static void fail(ScriptedAgent agent) {
        AttemptRef attempt = agent.receive().ref();
        agent.report(attempt, new Started());
        agent.report(attempt, new Failed(new TaskFailure("broken", "It is broken", false)));
    }

    private RowSet<Row> execute(String sql, UUID task) {
        return pool.preparedQuery(sql).execute(Tuple.of(task)).await().atMost(Duration.ofSeconds(30));
    }
}
