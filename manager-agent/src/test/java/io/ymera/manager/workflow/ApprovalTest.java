package io.ymera.manager.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.report.Attempts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ApprovalTest {

    @Inject
    Claims claims;

    @Inject
    Attempts attempts;

    @Inject
    Pool pool;

    @Inject
    WorkflowWatch watch;

    private final Client owner = Client.user();
    private final Client other = Client.user();

    @Test
    void theOwnerApprovesWhereNobodyIsNamedAndTheNextStepKnows() {
        Worker worker = new Worker("approve_owner", claims, attempts);
        Flow flow = Flow.start(owner, "approve_owner", """
                {"name": "ok", "approval": {}},
                {"name": "next", "task_type": "TYPE", "needs": ["ok"],
                 "parameters": {"by": {"$from": "/steps/ok/result/by"}, "why": {"$from": "/steps/ok/result/comment"}}}
                """);
        assertThat(flow.value("ok", "waiting_for.reason")).isEqualTo("approval");
        assertThat(flow.values("ok", "waiting_for.by")).containsExactly(owner.subject());

        decide(owner, flow, "ok/approve", "{\"comment\": \"fine\"}").statusCode(200);
        worker.work(parameters -> {
            assertThat(parameters.path("by").asText()).isEqualTo(owner.subject());
            assertThat(parameters.path("why").asText()).isEqualTo("fine");
            return "1";
        });

        assertThat(flow.status()).isEqualTo("completed");
        assertThat(flow.value("ok", "approval.decided_by")).isEqualTo(owner.subject());
        assertThat(flow.value("ok", "approval.comment")).isEqualTo("fine");
        assertThat(flow.value("ok", "approval.decided_at")).isNotNull();
    }

    @Test
    void onlyThoseWhoAreNamedDecideAndOnlyTheySee() {
        Flow flow = asking(other.subject());

        decide(Client.user(), flow, "ok/approve", "").statusCode(404);
        decide(owner, flow, "ok/approve", "").statusCode(403).body("code", equalTo("forbidden"));
        owner.get("/workflows/" + flow.id()).statusCode(200);
        Client.user().get("/workflows/" + flow.id()).statusCode(404);
        other.get("/workflows/" + flow.id()).statusCode(200);
        other.get("/workflows?awaiting_me=true")
                .statusCode(200)
                .body("items.workflow_id", hasItem(flow.id().toString()));
        other.get("/workflows").statusCode(200).body("items.size()", equalTo(0));
        other.post("/workflows/" + flow.id() + "/cancel", "").statusCode(403);
        decide(other, flow, "ok/reject", "{\"comment\": \"not yet\"}").statusCode(200);

        assertThat(flow.status()).isEqualTo("failed");
        assertThat(flow.value("ok", "failure.code")).isEqualTo("rejected");
        assertThat(flow.value("ok", "failure.message")).contains("not yet");
        other.get("/workflows?awaiting_me=true").body("items.size()", equalTo(0));
        other.get("/workflows/" + flow.id()).statusCode(200);
    }

    @Test
    void adminsMayAlwaysAndRolesMayBeNamed() {
        Flow first = asking(other.subject());
        Flow second = asking("role:user");

        decide(Client.admin(), first, "ok/approve", "").statusCode(200);
        decide(Client.user(), second, "ok/approve", "").statusCode(200);

        assertThat(first.status()).isEqualTo("completed");
        assertThat(second.status()).isEqualTo("completed");
    }

    @Test
    void sayingTheSameAgainChangesNothingAndTheOppositeIsAConflict() {
        Flow flow = asking(other.subject());
        decide(other, flow, "ok/approve", "{\"comment\": \"first\"}").statusCode(200);

        decide(other, flow, "ok/approve", "{\"comment\": \"second\"}").statusCode(200);
        decide(other, flow, "ok/reject", "")
                .statusCode(409)
                .body("detail", containsString("approved by " + other.subject()));

        assertThat(flow.value("ok", "approval.comment")).isEqualTo("first");
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        Flow flow = asking("role:user");

        List<Integer> codes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String how = i % 2 == 0 ? "ok/approve" : "ok/reject";
                answers.add(threads.submit(
                        () -> decide(Client.user(), flow, how, "").extract().statusCode()));
            }
            for (Future<Integer> answer : answers) {
                codes.add(answer.get());
            }
        }

        assertThat(codes).containsOnly(200, 409);
        assertThat(codes).filteredOn(code -> code == 200).hasSize(10);
        assertThat(flow.status()).isIn("completed", "failed");
    }

    @Test
    void whatCanNotBeDecidedSaysWhy() {
        new Worker("approve_not", claims, attempts);
        Flow flow = Flow.start(owner, "approve_not", """
                {"name": "task", "task_type": "TYPE"},
                {"name": "later", "approval": {}, "needs": ["task"]}
                """);

        decide(owner, flow, "zzz/approve", "").statusCode(404);
        decide(owner, flow, "a%00b/approve", "").statusCode(404);
        decide(owner, flow, "task/approve", "").statusCode(409).body("detail", containsString("no approval"));
        decide(owner, flow, "later/approve", "").statusCode(409).body("detail", containsString("waiting"));
        decide(owner, flow, "later/approve", "{\"comment\": \"\\u0000\"}").statusCode(422);
        decide(owner, flow, "later/approve", "{\"comment\": \"%s\"}".formatted("x".repeat(6_000)))
                .statusCode(422);
        decide(owner, flow, "later/approve", "[]").statusCode(422);
        decide(owner, flow, "later/approve", "{").statusCode(400);
        owner.post("/workflows/" + flow.id() + "/cancel", "").statusCode(200);
        flow.awaitStatus("cancelled");
        decide(owner, flow, "later/approve", "").statusCode(409).body("detail", containsString("skipped"));
    }

    @Test
    void whenTimeRunsOutItIsRejectedOrApprovedOrOthersAreAsked() {
        Flow rejected = Flow.start(owner, "", """
                {"name": "ok", "approval": {"timeout_seconds": 100}}
                """);
        Flow approved = Flow.start(owner, "", """
                {"name": "ok", "approval": {"timeout_seconds": 100, "on_timeout": "approve"}}
                """);
        Flow escalated = Flow.start(owner, "", """
                {"name": "ok", "approval": {"timeout_seconds": 100, "on_timeout": "escalate", "escalate_to": ["%s"]}}
                """.formatted(other.subject()));
        Flow patient = Flow.start(owner, "", """
                {"name": "ok", "approval": {"timeout_seconds": 100}}
                """);

        for (Flow flow : List.of(rejected, approved, escalated)) {
            timeRunsOut(flow);
        }

        assertThat(rejected.status()).isEqualTo("failed");
        assertThat(rejected.value("ok", "failure.code")).isEqualTo("approval_timeout");
        assertThat(approved.status()).isEqualTo("completed");
        assertThat(approved.value("ok", "approval.approved")).isEqualTo("true");
        assertThat(approved.value("ok", "approval.decided_by")).isNull();
        assertThat(patient.status()).isEqualTo("running");
        assertThat(escalated.value("ok", "approval.escalated")).isEqualTo("true");
        assertThat(escalated.values("ok", "waiting_for.by")).containsExactly(other.subject());
        decide(owner, escalated, "ok/approve", "").statusCode(403);
        timeRunsOut(escalated);
        assertThat(escalated.value("ok", "failure.code")).isEqualTo("approval_timeout");
        decide(other, escalated, "ok/approve", "")
                .statusCode(409)
                .body("detail", containsString("rejected because time ran out"));
    }

    @Test
    void thoseWhoWereAskedFirstStillSeeWhatOthersDecide() {
        Client second = Client.user();
        Flow flow = Flow.start(owner, "", """
                {"name": "ok", "approval": {"by": ["%s"], "timeout_seconds": 100, "on_timeout": "escalate",
                 "escalate_to": ["%s"]}}
                """.formatted(other.subject(), second.subject()));

        timeRunsOut(flow);

        other.get("/workflows/" + flow.id()).statusCode(200).body("steps[0].approval.escalated", equalTo(true));
        other.get("/workflows?awaiting_me=true").body("items.size()", equalTo(0));
        decide(other, flow, "ok/approve", "").statusCode(403);
        second.get("/workflows?awaiting_me=true")
                .body("items.workflow_id", hasItem(flow.id().toString()));
        decide(second, flow, "ok/approve", "").statusCode(200);
        assertThat(flow.status()).isEqualTo("completed");
    }

    private Flow asking(String who) {
        return Flow.start(owner, "", "{\"name\": \"ok\", \"approval\": {\"by\": [\"%s\"]}}".formatted(who));
    }

    private void timeRunsOut(Flow flow) {
        pool.preparedQuery("UPDATE workflow_steps SET deadline_at = now() - interval '1 second' WHERE workflow_id = $1")
                .executeAndAwait(Tuple.of(flow.id()));
        watch.tick().await().atMost(Duration.ofSeconds(30));
    }

    private static ValidatableResponse decide(Client who, Flow flow, String step, String body) {
        return who.post("/workflows/" + flow.id() + "/steps/" + step, body);
    }
}
