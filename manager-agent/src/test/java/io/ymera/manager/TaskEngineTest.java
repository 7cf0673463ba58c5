package io.ymera.manager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.testkit.TestServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A task's way through the manager, on real PostgreSQL, Redis and Kafka. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class TaskEngineTest {

    private final Client client = Client.user();

    @Test
    void aTaskIsDispatchedRunAndCompleted() throws Exception {
        try (var agent = new ScriptedAgent("engine_happy", 1)) {
            UUID task = client.submit("engine_happy", ", \"parameters\": {\"text\": \"abc\"}");

            TaskAssignment assignment = agent.receive();
            agent.hold(assignment.ref());
            agent.report(assignment.ref(), new Started());
            client.awaitStatus(task, "running");
            agent.report(assignment.ref(), new Progress(0.5, "half"));
            agent.report(assignment.ref(), new Completed(result("done")));
            var completed = client.awaitStatus(task, "completed");

            assertThat(assignment.taskId()).isEqualTo(task);
            assertThat(assignment.attempt()).isEqualTo(1);
            assertThat(requireNonNull(assignment.parameters()).path("text").asText())
                    .isEqualTo("abc");
            assertThat(completed.getString("result.text")).isEqualTo("done");
            assertThat(completed.getString("agent_id")).isEqualTo(agent.id().toString());
            assertThat(completed.getString("finished_at")).isNotNull();
        }
    }

    @Test
    void evenTheLeastUrgentTaskGetsItsTurn() throws Exception {
        try (var agent = new ScriptedAgent("engine_reserve", 1)) {
            UUID running = client.submit("engine_reserve");
            TaskAssignment first = agent.receive();
            agent.report(first.ref(), new Started());
            client.awaitStatus(running, "running");
            UUID low = client.submit("engine_reserve", ", \"priority\": \"low\"");
            for (int i = 0; i < 15; i++) {
                client.submit("engine_reserve", ", \"priority\": \"critical\"");
            }

            TaskAssignment current = first;
            List<UUID> order = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                agent.report(current.ref(), new Completed(result("done")));
                current = agent.receive();
                agent.report(current.ref(), new Started());
                order.add(current.taskId());
            }

            assertThat(order).startsWith(order.getFirst()).contains(low);
            assertThat(order.indexOf(low)).isBetween(5, 10);
        }
    }

    @Test
    void capabilitiesTakeTurnsWithTheSlotsThatTheyShare() throws Exception {
        try (var agent = new ScriptedAgent(List.of("engine_turns", "engine_turns_too"), 4)) {
            for (int i = 0; i < 20; i++) {
                client.submit("engine_turns");
            }
            List<UUID> others = IntStream.range(0, 4)
                    .mapToObj(i -> client.submit("engine_turns_too"))
                    .toList();
            for (int i = 0; i < 3; i++) {
                TaskAssignment assignment = agent.receive();
                agent.report(assignment.ref(), new Started());
                agent.report(assignment.ref(), new Completed(result("done")));
            }

            // One or two, since one round in ten is by age
            client.awaitStatus(others.getFirst(), "dispatched");
            agent.receive();
            agent.receive();
            assertThat(others.subList(2, 4).stream()
                            .map(other -> client.task(other).getString("status")))
                    .containsOnly("pending");
        }
    }

    @Test
    void aTaskThatGoesToAnAgentAtOnceMindsItsTotalTimeoutToo() throws Exception {
        try (var agent = new ScriptedAgent("engine_total", 1)) {
            UUID task = client.submit("engine_total", ", \"total_timeout_seconds\": 1");
            agent.receive();

            assertThat(client.awaitStatus(task, "failed").getString("failure.code"))
                    .isEqualTo("total_timeout");
        }
    }

    @Test
    void whatKafkaDoesNotTakeWaitsInTheQueue() throws Exception {
        try (var agent = new ScriptedAgent("engine_broker_away", 1)) {
            TestServers.kafka().stop();
            UUID task;
            try {
                task = client.submit("engine_broker_away");
                client.awaitStatus(task, "pending");
            } finally {
                TestServers.kafka().restart();
            }

            TaskAssignment assignment = agent.receive();
            agent.report(assignment.ref(), new Started());
            agent.report(assignment.ref(), new Completed(result("after all")));
            client.awaitStatus(task, "completed");
            assertThat(assignment.taskId()).isEqualTo(task);
        }
    }

    @Test
    void moreUrgentTasksOvertake() throws Exception {
        try (var agent = new ScriptedAgent("engine_priority", 1)) {
            UUID running = client.submit("engine_priority");
            TaskAssignment first = agent.receive();
            agent.hold(first.ref());
            agent.report(first.ref(), new Started());
            client.awaitStatus(running, "running");
            client.submit("engine_priority", ", \"priority\": \"low\"");
            UUID critical = client.submit("engine_priority", ", \"priority\": \"critical\"");

            agent.report(first.ref(), new Completed(result("done")));

            assertThat(agent.receive().taskId()).isEqualTo(critical);
        }
    }

    @Test
    void reportsThatAreFoldedInTwiceCountOnce() throws Exception {
        try (var agent = new ScriptedAgent("engine_twice", 1)) {
            UUID task = client.submit("engine_twice");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            var started = new TaskEvent(attempt, agent.id(), 1, Instant.now(), new Started());
            var progress = new TaskEvent(attempt, agent.id(), 2, Instant.now(), new Progress(0.5, "half"));
            var completed = new TaskEvent(attempt, agent.id(), 3, Instant.now(), new Completed(result("first")));
            var again = new TaskEvent(attempt, agent.id(), 4, Instant.now(), new Completed(result("second")));

            for (TaskEvent event :
                    new TaskEvent[] {started, started, progress, progress, completed, completed, again}) {
                agent.send(attempt, event);
            }
            var seen = LiveClient.follow(client, task, 0);

            assertThat(seen.types())
                    .containsExactly(
                            "task.created", "task.dispatched", "task.started", "task.progress", "task.completed");
            assertThat(client.task(task).getString("result.text")).isEqualTo("first");
        }
    }

    @Test
    void anAgentThatFallsSilentLosesItsAttemptAndItsLateReportChangesNothing() throws Exception {
        try (var agent = new ScriptedAgent("engine_silent", 1)) {
            UUID task = client.submit("engine_silent");
            TaskAssignment lost = agent.receive();
            agent.hold(lost.ref());
            agent.report(lost.ref(), new Started());
            client.awaitStatus(task, "running");

            agent.fallSilent();
            var ended = client.await(task, t -> t.getString("failure.code") != null);
            try (var other = new ScriptedAgent("engine_silent", 1)) {
                TaskAssignment second = other.receive();
                other.hold(second.ref());
                other.report(second.ref(), new Started());
                agent.report(lost.ref(), new Completed(result("late")));
                other.report(second.ref(), new Completed(result("in time")));
                var completed = client.awaitStatus(task, "completed");

                assertThat(ended.getString("failure.code")).isEqualTo("agent_lost");
                assertThat(second.attempt()).isEqualTo(2);
                assertThat(second.fencingToken()).isGreaterThan(lost.fencingToken());
                assertThat(completed.getString("result.text")).isEqualTo("in time");
                assertThat(LiveClient.follow(client, task, 0).types())
                        .containsExactly(
                                "task.created",
                                "task.dispatched",
                                "task.started",
                                "task.retrying",
                                "task.ready",
                                "task.dispatched",
                                "task.started",
                                "task.completed");
            }
        }
    }

    @Test
    void anAgentIsToldToStopWhatIsNoLongerIts() throws Exception {
        try (var agent = new ScriptedAgent("engine_superseded", 1)) {
            UUID task = client.submit("engine_superseded");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());
            client.awaitStatus(task, "running");
            agent.report(attempt, new Completed(result("done")));
            client.awaitStatus(task, "completed");

            var reply = agent.heartbeat();

            assertThat(reply.cancelled()).containsExactly(task);
            assertThat(reply.superseded()).containsExactly(attempt);
        }
    }

    @Test
    void anAssignmentThatNobodyStartsIsDispatchedAgainAtNoCost() throws Exception {
        try (var agent = new ScriptedAgent("engine_unstarted", 1)) {
            UUID task = client.submit("engine_unstarted", ", \"retry\": {\"max_attempts\": 1}");

            TaskAssignment ignored = agent.receive();
            TaskAssignment again = agent.receive();
            agent.hold(again.ref());
            agent.report(again.ref(), new Started());
            agent.report(again.ref(), new Completed(result("done")));

            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.fencingToken()).isGreaterThan(ignored.fencingToken());
            assertThat(client.awaitStatus(task, "completed").getInt("attempt")).isEqualTo(2);
        }
    }

    @Test
    void aReleasedAttemptCostsNoRetry() throws Exception {
        try (var agent = new ScriptedAgent("engine_released", 1)) {
            UUID task = client.submit("engine_released", ", \"retry\": {\"max_attempts\": 1}");
            AttemptRef released = agent.receive().ref();
            agent.report(released, new Started());
            agent.report(released, new Released("The agent was stopped"));

            AttemptRef second = agent.receive().ref();
            agent.hold(second);
            agent.report(second, new Started());
            agent.report(second, new Completed(result("done")));

            assertThat(client.awaitStatus(task, "completed").getInt("attempt")).isEqualTo(2);
        }
    }

    @Test
    void retryableFailuresAreTriedUntilTheBudgetIsSpent() throws Exception {
        try (var agent = new ScriptedAgent("engine_retry", 1)) {
            UUID task = client.submit("engine_retry", ", \"retry\": {\"max_attempts\": 2}");

            for (int attempt = 1; attempt <= 2; attempt++) {
                AttemptRef ref = agent.receive().ref();
                agent.hold(ref);
                agent.report(ref, new Started());
                agent.report(ref, new Failed(new TaskFailure("flaky", "Not this time", true)));
            }
            var failed = client.awaitStatus(task, "failed");

            assertThat(failed.getInt("attempt")).isEqualTo(2);
            assertThat(failed.getString("failure.code")).isEqualTo("flaky");
        }
    }

    @Test
    void aPermanentFailureIsNotTriedAgain() throws Exception {
        try (var agent = new ScriptedAgent("engine_permanent", 1)) {
            UUID task = client.submit("engine_permanent");
            AttemptRef attempt = agent.receive().ref();
            agent.report(attempt, new Started());

            agent.report(attempt, new Failed(new TaskFailure("bad_input", "Never", false)));

            assertThat(client.awaitStatus(task, "failed").getInt("attempt")).isEqualTo(1);
        }
    }

    @Test
    void hostileReportsHoldUpNothing() throws Exception {
        try (var agent = new ScriptedAgent("engine_hostile", 1)) {
            UUID task = client.submit("engine_hostile");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());

            agent.send(task, "not json".getBytes(UTF_8));
            agent.send(task, "null".getBytes(UTF_8));
            agent.send(task, "{\"attempt\": null}".getBytes(UTF_8));
            agent.send(task, "[".repeat(100_000).getBytes(UTF_8));
            agent.report(new AttemptRef(UUID.randomUUID(), 1, 1), new Completed(result("whose?")));
            agent.report(attempt, new Progress(0.5, "a \u0000 character"));
            agent.report(attempt, new Completed(result("with \u0000 and \ud83d\ude00")));

            assertThat(client.awaitStatus(task, "completed").getString("result.text"))
                    .isEqualTo("with \u0000 and \ud83d\ude00");
        }
    }

    private static ObjectNode result(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }
}
