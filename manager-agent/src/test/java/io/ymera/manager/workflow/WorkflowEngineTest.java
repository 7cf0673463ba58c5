package io.ymera.manager.workflow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.Client;
import io.ymera.manager.Connections;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.queue.Cancellations;
import io.ymera.manager.queue.EndedTask;
import io.ymera.manager.report.Attempts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workflows on real PostgreSQL, with tasks that a test runs by hand. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class WorkflowEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Claims claims;

    @Inject
    Attempts attempts;

    @Inject
    Engine engine;

    @Inject
    EndedSteps endedSteps;

    @Inject
    Capabilities capabilities;

    @Inject
    Cancellations cancellations;

    @Inject
    WatchRepository watch;

    @Inject
    WorkflowWatch watcher;

    @Inject
    Pool pool;

    private final Client client = Client.user();

    /** Whatever a test has done, there is nothing left of its workflows that somebody should have done. */
    @AfterEach
    void nothingIsLost() {
        assertThat(watch.unheard().await().atMost(PATIENCE)).isEmpty();
        List<UUID> all = pool
                .preparedQuery("SELECT id FROM workflows WHERE owner = $1")
                .executeAndAwait(Tuple.of(client.subject()))
                .stream()
                .map(row -> row.getUUID(0))
                .toList();
        long before = events();
        pool.withTransaction(transaction ->
                        engine.change(transaction, all, runs -> Uni.createFrom().voidItem()))
                .await()
                .atMost(PATIENCE);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void dataGoesFromStepToStep() {
        Worker worker = worker("flow_data");
        Flow flow = Flow.start(client, "flow_data", """
                {"name": "data", "input": {"who": "ada", "n": 7}, "steps": [%s]}
                """, """
                {"name": "build", "task_type": "TYPE", "parameters": {"who": {"$from": "/input/who"}, "n": {"$from": "/input/n"}}},
                {"name": "test", "task_type": "TYPE", "needs": ["build"], "if": {"greater_than": [{"$from": "/steps/build/result/n"}, 1]},
                 "parameters": {"path": {"$from": "/steps/build/result/path"}, "none": {"$from": "/steps/build/result/x", "default": []}}}
                """);

        ClaimedTask build = worker.next();
        assertThat(Worker.parameters(build)).isEqualTo(Worker.json("{\"who\": \"ada\", \"n\": 7}"));
        assertThat(flow.values("test", "waiting_for.steps")).containsExactly("build");
        worker.complete(build, "{\"path\": \"out.jar\", \"n\": 2}");
        worker.work(parameters -> {
            assertThat(parameters).isEqualTo(Worker.json("{\"path\": \"out.jar\", \"none\": []}"));
            return "{\"passed\": true}";
        });

        assertThat(flow.status()).isEqualTo("completed");
        assertThat(flow.value("build", "result.path")).isEqualTo("out.jar");
        assertThat(flow.value("test", "result.passed")).isEqualTo("true");
        assertThat(flow.values("build", "task_ids"))
                .containsExactly(build.taskId().toString());
        assertThat(types(flow))
                .containsExactly(
                        "workflow.created",
                        "step.started",
                        "step.completed",
                        "step.started",
                        "step.completed",
                        "workflow.completed");
        assertThat(client.task(build.taskId()).getString("name")).isEqualTo("data/build");
    }

    @Test
    void aStepWhoseConditionDoesNotHoldIsSkipped() {
        Worker worker = worker("flow_condition");
        Flow flow = Flow.start(client, "flow_condition", """
                {"name": "a", "task_type": "TYPE"},
                {"name": "no", "task_type": "TYPE", "needs": ["a"], "if": {"equals": [{"$from": "/steps/a/result"}, false]}},
                {"name": "after", "task_type": "TYPE", "needs": ["no"]},
                {"name": "join", "task_type": "TYPE", "needs_any": ["a", "no"]}
                """);

        worker.work("true");
        worker.work("1");

        assertThat(flow.status()).isEqualTo("completed");
        assertThat(flow.get().getList("steps.status")).containsExactly("completed", "skipped", "skipped", "completed");
    }

    @Test
    void aFanOutGivesTheListOfItsResults() {
        Worker worker = worker("flow_fan_out");
        Flow flow = Flow.start(client, "flow_fan_out", """
                {"name": "list", "task_type": "TYPE"},
                {"name": "each", "task_type": "TYPE", "needs": ["list"], "for_each": {"$from": "/steps/list/result/items"},
                 "max_parallel": 2, "parameters": {"item": {"$from": "/item/name"}, "n": {"$from": "/index"}}},
                {"name": "sum", "task_type": "TYPE", "needs": ["each"],
                 "parameters": {"all": {"$from": "/steps/each/result"}, "second": {"$from": "/steps/each/result/1"}}}
                """);
        worker.work("{\"items\": [{\"name\": \"a\"}, {\"name\": \"b\"}, {\"name\": \"c\"}]}");

        ClaimedTask first = worker.next();
        ClaimedTask second = worker.next();
        assertThat(worker.poll()).isEmpty();
        worker.complete(second, "\"" + Worker.parameters(second).path("item").asText() + "!\"");
        worker.work(parameters -> "\"" + parameters.path("item").asText() + "!\"");
        worker.complete(first, "\"a!\"");
        worker.work(parameters -> {
            assertThat(parameters).isEqualTo(Worker.json("{\"all\": [\"a!\", \"b!\", \"c!\"], \"second\": \"b!\"}"));
            return "{}";
        });

        assertThat(flow.status()).isEqualTo("completed");
        assertThat(flow.values("each", "result")).containsExactly("a!", "b!", "c!");
        assertThat(flow.values("each", "task_ids")).hasSize(3);
    }

    @Test
    void aFailureIsUndoneInReverseOrderAndTold() {
        Worker worker = worker("flow_undo");
        Flow flow = Flow.start(client, "flow_undo", """
                {"name": "undo", "steps": [%s], "on_failure": [{"name": "tell", "task_type": "TYPE", "parameters": {
                   "step": {"$from": "/failure/step"}, "why": {"$from": "/failure/message"},
                   "first": {"$from": "/steps/first/result/id"}}}]}
                """, """
                {"name": "first", "task_type": "TYPE", "compensate": {"task_type": "TYPE", "parameters": {
                   "undo": {"$from": "/result/id"}}}},
                {"name": "each", "task_type": "TYPE", "needs": ["first"], "for_each": ["x", "y"], "compensate": {
                   "task_type": "TYPE", "parameters": {"undo": {"$from": "/result"}, "item": {"$from": "/item"}}}},
                {"name": "bad", "task_type": "TYPE", "needs": ["each"]},
                {"name": "never", "task_type": "TYPE", "needs": ["bad"]}
                """);
        worker.work("{\"id\": 1}");
        worker.work("\"X\"");
        worker.work("\"Y\"");

        worker.fail(worker.next());
        assertThat(flow.status()).isEqualTo("compensating");
        List<JsonNode> items = new ArrayList<>();
        items.add(Worker.parameters(work(worker)));
        items.add(Worker.parameters(work(worker)));
        assertThat(items)
                .containsExactlyInAnyOrder(
                        Worker.json("{\"undo\": \"X\", \"item\": \"x\"}"),
                        Worker.json("{\"undo\": \"Y\", \"item\": \"y\"}"));
        assertThat(Worker.parameters(work(worker))).isEqualTo(Worker.json("{\"undo\": 1}"));
        assertThat(Worker.parameters(work(worker)))
                .isEqualTo(Worker.json("{\"step\": \"bad\", \"why\": \"as told\", \"first\": 1}"));

        assertThat(flow.status()).isEqualTo("failed");
        assertThat(flow.get().getString("failure.step")).isEqualTo("bad");
        assertThat(flow.get().getString("failure.code")).isEqualTo("broken");
        assertThat(flow.status("never")).isEqualTo("skipped");
        assertThat(flow.value("each", "compensation.status")).isEqualTo("completed");
        assertThat(flow.get().getList("on_failure.status")).containsExactly("completed");
        assertThat(types(flow))
                .containsSubsequence(
                        "step.failed",
                        "workflow.compensating",
                        "compensation.started",
                        "compensation.completed",
                        "on_failure.completed",
                        "workflow.failed");
    }

    @Test
    void aFailureCancelsWhatRuns() {
        Worker worker = worker("flow_stop");
        Flow flow = Flow.start(client, "flow_stop", """
                {"name": "a", "task_type": "TYPE"}, {"name": "b", "task_type": "TYPE"}, {"name": "c", "task_type": "TYPE"}
                """);
        ClaimedTask a = worker.next();
        ClaimedTask b = worker.next();

        worker.fail(a);
        flow.awaitStatus("failed");
        worker.complete(b, "\"too late\"");

        assertThat(client.task(b.taskId()).getString("status")).isEqualTo("cancelled");
        assertThat(flow.get().getList("steps.status")).containsExactlyInAnyOrder("failed", "cancelled", "cancelled");
    }

    @Test
    void cancellingCancelsAndUndoes() {
        Worker worker = worker("flow_cancel");
        Flow flow = Flow.start(client, "flow_cancel", """
                {"name": "done", "task_type": "TYPE", "compensate": {"task_type": "TYPE", "parameters": {"undo": 1}}},
                {"name": "runs", "task_type": "TYPE", "needs": ["done"]},
                {"name": "ok", "approval": {}, "needs": ["done"]},
                {"name": "later", "task_type": "TYPE", "needs": ["ok"]}
                """);
        worker.work("1");
        ClaimedTask runs = worker.next();

        cancel(flow, client, "{\"reason\": \"changed my mind\"}").body("status", equalTo("cancelling"));
        cancel(flow, client, "{}");
        ClaimedTask undo = worker.next();
        assertThat(Worker.parameters(undo)).isEqualTo(Worker.json("{\"undo\": 1}"));
        worker.complete(undo, "1");

        assertThat(flow.status()).isEqualTo("cancelled");
        assertThat(flow.get().getString("cancellation.reason")).isEqualTo("changed my mind");
        assertThat(client.task(runs.taskId()).getString("status")).isEqualTo("cancelled");
        assertThat(flow.get().getList("steps.status"))
                .containsExactly("completed", "cancelled", "cancelled", "skipped");
        cancel(flow, client, "").body("status", equalTo("cancelled"));
    }

    @Test
    void aTaskThatSomebodyCancelsFailsItsStep() {
        Worker worker = worker("flow_task_cancelled");
        Flow flow = Flow.start(client, "flow_task_cancelled", "{\"name\": \"a\", \"task_type\": \"TYPE\"}");
        ClaimedTask task = worker.next();

        pool.withTransaction(transaction -> cancellations.cancel(transaction, List.of(task.taskId()), "for the test"))
                .await()
                .atMost(PATIENCE);

        assertThat(flow.status()).isEqualTo("failed");
        assertThat(flow.get().getString("failure.code")).isEqualTo("cancelled");
    }

    @Test
    void dataThatDoesNotFitFailsTheStepAndNothingElse() {
        Worker worker = worker("flow_invalid");
        Flow flow = Flow.start(client, "flow_invalid", """
                {"name": "a", "task_type": "TYPE"},
                {"name": "schema", "task_type": "TYPE", "needs": ["a"], "parameters": {"n": {"$from": "/steps/a/result/text"}},
                 "continue_on_failure": true},
                {"name": "missing", "task_type": "TYPE", "needs": ["a"], "parameters": {"x": {"$from": "/steps/a/result/gone"}},
                 "continue_on_failure": true},
                {"name": "no_list", "task_type": "TYPE", "needs": ["a"], "for_each": {"$from": "/steps/a/result/text"},
                 "continue_on_failure": true},
                {"name": "long", "task_type": "TYPE", "needs": ["a"], "for_each": {"$from": "/steps/a/result/long"},
                 "continue_on_failure": true},
                {"name": "order", "task_type": "TYPE", "needs": ["a"], "if": {"less_than": [{"$from": "/steps/a/result/text"}, 1]},
                 "continue_on_failure": true},
                {"name": "some", "task_type": "TYPE", "needs": ["a"], "for_each": {"$from": "/steps/a/result/some"},
                 "parameters": {"n": {"$from": "/item"}}, "continue_on_failure": true},
                {"name": "last", "task_type": "TYPE", "needs": ["schema", "missing", "no_list", "long", "order", "some"],
                 "parameters": {"some": {"$from": "/steps/some/result"}, "why": {"$from": "/steps/schema/failure/code"}}}
                """);

        worker.work("{\"text\": \"nul \\u0000\", \"long\": [%s], \"some\": [1, \"no\", 3]}"
                .formatted(IntStream.range(0, 1001).mapToObj(String::valueOf).collect(Collectors.joining(","))));
        worker.work("\"one\"");
        worker.work("\"three\"");
        worker.work(parameters -> {
            assertThat(parameters)
                    .isEqualTo(Worker.json("{\"some\": [\"one\", null, \"three\"], \"why\": \"invalid_parameters\"}"));
            return "{}";
        });

        assertThat(flow.status()).isEqualTo("completed");
        assertThat(flow.get().getList("steps.failure.code", String.class))
                .containsExactly(
                        "invalid_parameters",
                        "unresolved_reference",
                        "not_a_list",
                        "too_many_items",
                        "not_comparable",
                        "invalid_parameters");
        assertThat(flow.value("schema", "failure.message")).contains("/n").contains("number");
    }

    @Test
    void largeDataThatIsReferredToOftenEndsTheStepAndNotTheManager() {
        Worker worker = worker("flow_amplified");
        String large = "\"" + "x".repeat(1_000_000) + "\"";
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"$from\": \"/steps/a/result\"}")
                .collect(Collectors.joining(","));
        Flow flow = Flow.start(client, "flow_amplified", """
                {"name": "a", "task_type": "TYPE"},
                {"name": "b", "task_type": "TYPE", "needs": ["a"], "parameters": {"x": [%s]}}
                """.formatted(many));

        worker.work(large);

        assertThat(flow.status()).isEqualTo("failed");
        assertThat(flow.value("b", "failure.code")).isEqualTo("parameters_too_large");
    }

    @Test
    void dataThatIsDeeperThanAnAgentCanReadEndsTheStep() {
        Worker worker = worker("flow_deep");
        Flow flow = Flow.start(client, "flow_deep", """
                {"name": "a", "task_type": "TYPE"},
                {"name": "b", "task_type": "TYPE", "needs": ["a"], "parameters": {"x": %s{"$from": "/steps/a/result"}%s}}
                """.formatted("[".repeat(600), "]".repeat(600)));

        worker.work("[".repeat(600) + "]".repeat(600));

        // Not with Flow: what it reads JSON with has a stack for each level
        JsonNode ended =
                Worker.json(client.get("/workflows/" + flow.id()).extract().asString());
        assertThat(ended.path("status").asText()).isEqualTo("failed");
        assertThat(ended.at("/steps/1/failure/code").asText()).isEqualTo("parameters_too_deep");
    }

    @Test
    void resultsThatAreTooLargeTogetherAreNotReferredTo() {
        Worker worker = worker("flow_too_large");
        Flow flow = Flow.start(client, "flow_too_large", """
                {"name": "a", "task_type": "TYPE", "for_each": [1, 2]},
                {"name": "b", "task_type": "TYPE", "needs": ["a"], "parameters": {"n": {"$from": "/steps/a/result/0/n"}}}
                """);

        String large = "{\"n\": 1, \"x\": \"%s\"}".formatted("x".repeat(5_000_000));
        worker.work(large);
        worker.work(large);

        assertThat(flow.status()).isEqualTo("failed");
        assertThat(flow.value("b", "failure.code")).isEqualTo("data_too_large");
    }

    @Test
    void whatDoesNotFitIntoOneTransactionIsDoneInTheNext() {
        Worker worker = worker("flow_unfinished");
        Flow flow = Flow.start(client, "flow_unfinished", """
                {"name": "a", "task_type": "TYPE"},
                {"name": "b", "task_type": "TYPE", "needs": ["a"], "for_each": [1, 2, 3, 4, 5], "max_parallel": 5,
                 "parameters": {"x": {"$from": "/steps/a/result"}}}
                """);

        worker.work("\"" + "x".repeat(7_000_000) + "\"");
        for (int i = 0; i < 5; i++) {
            worker.work("1");
        }

        flow.awaitStatus("completed");
        assertThat(flow.value("b", "completed")).isEqualTo("5");
    }

    @Test
    void whatIsReadOnceIsThereForAllWhoReferToIt() {
        Worker worker = worker("flow_shared");
        Flow flow = Flow.start(client, "flow_shared", """
                {"name": "a", "task_type": "TYPE"},
                {"name": "b", "task_type": "TYPE", "needs": ["a"], "for_each": {"$from": "/steps/a/result/list"},
                 "parameters": {"x": {"$from": "/steps/a/result/n"}}},
                {"name": "c", "task_type": "TYPE", "needs": ["a"], "parameters": {"x": {"$from": "/steps/a/result/n"}}},
                {"name": "d", "task_type": "TYPE", "needs": ["b", "c"],
                 "parameters": {"a": {"$from": "/steps/a/result"}, "b": {"$from": "/steps/b/result"}}}
                """);

        worker.work("{\"n\": 1, \"list\": [1, 2]}");
        for (int i = 0; i < 3; i++) {
            worker.work(parameters -> parameters.path("x").toString());
        }
        worker.work(parameters -> {
            assertThat(parameters).isEqualTo(Worker.json("{\"a\": {\"n\": 1, \"list\": [1, 2]}, \"b\": [1, 1]}"));
            return "{}";
        });

        assertThat(flow.status()).isEqualTo("completed");
    }

    @Test
    void dataThatIsTooMuchForOneTransactionIsReadInSeveral() {
        Worker worker = worker("flow_much_data");
        String large = "\"" + "x".repeat(6_000_000) + "\"";
        Flow flow = Flow.start(client, "flow_much_data", """
                {"name": "a", "task_type": "TYPE", "for_each": [1], "parameters": {"n": 1}},
                {"name": "b", "task_type": "TYPE", "for_each": [1], "parameters": {"n": 1}},
                {"name": "c", "task_type": "TYPE", "for_each": [1], "parameters": {"n": 1}},
                {"name": "go", "task_type": "TYPE", "needs": ["a", "b", "c"], "parameters": {"n": 2}},
                {"name": "x", "task_type": "TYPE", "needs": ["go"], "if": {"exists": {"$from": "/steps/a/result"}}},
                {"name": "y", "task_type": "TYPE", "needs": ["go"], "if": {"exists": {"$from": "/steps/b/result"}}},
                {"name": "z", "task_type": "TYPE", "needs": ["go"], "if": {"exists": {"$from": "/steps/c/result"}}}
                """);

        for (int i = 0; i < 3; i++) {
            worker.work(large);
        }
        worker.work("{}");
        for (int i = 0; i < 3; i++) {
            worker.work("{}");
        }

        assertThat(flow.status()).isEqualTo("completed");
    }

    @Test
    void anErrorOfOursIsTriedAgainAfterAPauseAndHoldsUpNobody() {
        Worker worker = worker("flow_stuck");
        Flow flow = Flow.start(client, "flow_stuck", "{\"name\": \"a\", \"task_type\": \"TYPE\"}");
        worker.next();
        // A step never fails without a reason
        execute("UPDATE workflow_steps SET status = 'failed', failure = NULL WHERE workflow_id = $1", flow);
        execute("UPDATE workflows SET unfinished = true WHERE id = $1", flow);

        watcher.tick().await().atMost(PATIENCE);

        Instant now = Instant.now();
        assertThat(watch.due(now, 1_000).await().atMost(PATIENCE)).doesNotContain(flow.id());
        assertThat(watch.due(now.plusSeconds(3_600), 1_000).await().atMost(PATIENCE))
                .contains(flow.id());
        execute("UPDATE workflow_steps SET failure = '{\"code\": \"mended\"}' WHERE workflow_id = $1", flow);
        execute("UPDATE workflows SET retry_at = now() WHERE id = $1", flow);
        watcher.tick().await().atMost(PATIENCE);

        flow.awaitStatus("failed");
        assertThat(flow.get().getString("failure.code")).isEqualTo("mended");
    }

    private void execute(String sql, Flow flow) {
        pool.preparedQuery(sql).execute(Tuple.of(flow.id())).await().atMost(PATIENCE);
    }

    @Test
    void aStepNeedsNoSecondConnection() {
        Worker worker = worker("flow_connection");
        Flow flow = Flow.start(client, "flow_connection", """
                {"name": "a", "task_type": "TYPE"}, {"name": "b", "task_type": "TYPE", "needs": ["a"]}
                """);
        ClaimedTask a = worker.next();

        try (var held = Connections.allButOne(pool)) {
            capabilities.offersChanged();
            worker.complete(a, "1");
        }
        worker.work("2");

        assertThat(flow.status()).isEqualTo("completed");
    }

    @Test
    void ofManyTasksTheFirstAreShownAndTheOthersAreCounted() {
        Worker worker = worker("flow_many");
        String items = IntStream.range(0, 101).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Flow flow = Flow.start(client, "flow_many", """
                {"name": "a", "task_type": "TYPE", "for_each": [%s], "max_parallel": 100}
                """.formatted(items));

        for (int i = 0; i < 101; i++) {
            worker.work("1");
        }

        assertThat(flow.status()).isEqualTo("completed");
        assertThat(flow.values("a", "task_ids")).hasSize(100);
        assertThat(flow.value("a", "completed")).isEqualTo("101");
        assertThat(flow.value("a", "result")).isNull();
    }

    @Test
    void aFanOutWhoseFirstItemIsWrongHasStartedAllTheSame() {
        Worker worker = worker("flow_first_wrong");
        Flow flow = Flow.start(client, "flow_first_wrong", """
                {"name": "a", "task_type": "TYPE", "for_each": ["no", 2], "parameters": {"n": {"$from": "/item"}},
                 "continue_on_failure": true}
                """);

        worker.work("1");

        assertThat(types(flow)).filteredOn("step.started"::equals).hasSize(1);
        assertThat(types(flow)).startsWith("workflow.created", "step.started");
    }

    @Test
    void anEmptyFanOutIsCompletedAtOnceHoweverManyFollowEachOther() {
        worker("flow_empty");
        String chain = IntStream.range(1, 200)
                .mapToObj(i -> "{\"name\": \"s%d\", \"task_type\": \"TYPE\", \"needs\": [\"s%d\"], \"for_each\": []}"
                        .formatted(i, i - 1))
                .collect(Collectors.joining(","));

        Flow flow = Flow.start(
                client, "flow_empty", "{\"name\": \"s0\", \"task_type\": \"TYPE\", \"for_each\": []}, " + chain);

        assertThat(flow.status()).isEqualTo("completed");
        assertThat(flow.get().getList("steps.status", String.class))
                .hasSize(200)
                .containsOnly("completed");
        assertThat(flow.values("s7", "result")).isEmpty();
    }

    @Test
    void anEndThatIsToldTwiceCountsOnce() {
        Worker worker = worker("flow_twice");
        Flow flow = Flow.start(client, "flow_twice", """
                {"name": "a", "task_type": "TYPE"}, {"name": "b", "task_type": "TYPE", "needs": ["a"]}
                """);
        ClaimedTask a = worker.next();
        worker.complete(a, "1");
        List<String> before = types(flow);

        for (TaskStatus status : new TaskStatus[] {TaskStatus.COMPLETED, TaskStatus.FAILED}) {
            tell(new EndedTask(a.taskId(), "ada", status, null, flow.id(), "a", null));
            tell(new EndedTask(UUID.randomUUID(), "ada", status, null, flow.id(), "b", null));
            tell(new EndedTask(a.taskId(), "ada", status, null, UUID.randomUUID(), "a", null));
            tell(new EndedTask(a.taskId(), "ada", status, null, flow.id(), "zzz[4]", null));
        }

        assertThat(types(flow)).isEqualTo(before);
        worker.work("1");
        assertThat(flow.status()).isEqualTo("completed");
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        Worker worker = worker("flow_rollback");
        Flow flow = Flow.start(client, "flow_rollback", """
                {"name": "a", "task_type": "TYPE"}, {"name": "b", "task_type": "TYPE", "needs": ["a"]}
                """);
        ClaimedTask a = worker.next();

        assertThatThrownBy(() -> pool.withTransaction(transaction -> endedSteps
                                .ended(
                                        transaction,
                                        List.of(new EndedTask(
                                                a.taskId(), "ada", TaskStatus.COMPLETED, null, flow.id(), "a", null)))
                                .chain(() -> transaction
                                        .query("SELECT 1 / 0")
                                        .execute()
                                        .replaceWithVoid()))
                        .await()
                        .atMost(PATIENCE))
                .hasMessageContaining("division by zero");

        assertThat(flow.status("a")).isEqualTo("running");
        assertThat(worker.poll()).isEmpty();
        worker.complete(a, "1");
        worker.work("1");
        assertThat(flow.status()).isEqualTo("completed");
    }

    @Test
    void tasksThatEndAtTheSameTimeUnlockTheNextStepOnce() throws Exception {
        Worker worker = worker("flow_race");
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            flows.add(Flow.start(client, "flow_race", """
                    {"name": "each", "task_type": "TYPE", "for_each": [%s], "max_parallel": 100},
                    {"name": "last", "task_type": "TYPE", "needs": ["each"], "parameters": {"last": true}}
                    """.formatted(
                            IntStream.range(0, 40).mapToObj(String::valueOf).collect(Collectors.joining(",")))));
        }
        List<ClaimedTask> tasks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tasks.add(worker.next());
        }

        Set<UUID> twice = new ConcurrentSkipListSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> ends = new ArrayList<>();
            for (ClaimedTask task : tasks) {
                ends.add(threads.submit(() -> worker.complete(task, "1")));
                ends.add(threads.submit(() -> worker.complete(task, "2")));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        for (int i = 0; i < flows.size(); i++) {
            ClaimedTask last = worker.next();
            assertThat(Worker.parameters(last).path("last").asBoolean()).isTrue();
            assertThat(twice.add(last.taskId())).isTrue();
            worker.complete(last, "1");
        }

        assertThat(worker.poll()).isEmpty();
        for (Flow flow : flows) {
            assertThat(flow.status()).isEqualTo("completed");
            assertThat(flow.values("each", "result")).hasSize(40).doesNotContainNull();
            assertThat(sequences(flow))
                    .isEqualTo(IntStream.rangeClosed(1, sequences(flow).size())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aSweepStopsWhatACrashHasLeftToBeStopped() {
        Worker worker = worker("flow_crash");
        Flow flow = Flow.start(client, "flow_crash", """
                {"name": "a", "task_type": "TYPE"}, {"name": "b", "task_type": "TYPE"}
                """);
        ClaimedTask b = worker.next();
        // As if the manager had been killed after the commit, before it could tell anybody
        pool.withTransaction(transaction -> engine.change(transaction, List.of(flow.id()), runs -> {
                    requireNonNull(runs.get(flow.id())).cancel(new Cancellation("ada", null));
                    return Uni.createFrom().voidItem();
                }))
                .await()
                .atMost(PATIENCE);

        watcher.tick().await().atMost(PATIENCE);

        assertThat(flow.status()).isEqualTo("cancelled");
        assertThat(client.task(b.taskId()).getString("status")).isEqualTo("cancelled");
    }

    private ValidatableResponse cancel(Flow flow, Client who, String body) {
        return who.post("/workflows/" + flow.id() + "/cancel", body).statusCode(200);
    }

    private static ClaimedTask work(Worker worker) {
        ClaimedTask task = worker.next();
        worker.complete(task, "1");
        return task;
    }

    private Worker worker(String type) {
        return new Worker(type, claims, attempts);
    }

    private void tell(EndedTask ended) {
        pool.withTransaction(transaction -> endedSteps.ended(transaction, List.of(ended)))
                .await()
                .atMost(PATIENCE);
    }

    private long events() {
        return pool.preparedQuery("""
                        SELECT count(*) FROM workflow_events JOIN workflows ON id = workflow_id WHERE owner = $1
                        """)
                .executeAndAwait(Tuple.of(client.subject()))
                .iterator()
                .next()
                .getLong(0);
    }

    private List<String> types(Flow flow) {
        return pool
                .preparedQuery("SELECT type FROM workflow_events WHERE workflow_id = $1 ORDER BY sequence")
                .executeAndAwait(Tuple.of(flow.id()))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<Integer> sequences(Flow flow) {
        return pool
                .preparedQuery("SELECT sequence FROM workflow_events WHERE workflow_id = $1 ORDER BY sequence")
                .executeAndAwait(Tuple.of(flow.id()))
                .stream()
                .map(row -> row.getLong(0).intValue())
                .toList();
    }
}
