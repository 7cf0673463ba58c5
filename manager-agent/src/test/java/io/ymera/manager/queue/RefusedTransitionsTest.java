package io.ymera.manager.queue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.contracts.Json;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.Client;
import io.ymera.manager.QueueFixture;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is refused because of the state that a thing is in shows in the metrics. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class RefusedTransitionsTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    MeterRegistry metrics;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    QueueFixture queue;

    private final Client admin = Client.admin();

    @Test
    void aTaskThatHasEndedIsNeitherCancelledNorTriedAgain() {
        UUID task = completed("refused_task").taskId();

        requireCounted("cancel", () -> admin.post("/tasks/" + task + "/cancel").statusCode(409));
        requireCounted("retry", () -> admin.post("/tasks/" + task + "/retry").statusCode(409));
    }

    @Test
    void anAttemptThatIsOverHasNoPayloads() {
        Client service = Client.service("refusals");
        service.post("/agents", """
                        {"name": "refused", "delivery": "http", "slots": 1, "capabilities": [{"name": "refused_payload",
                         "description": "", "parameters_schema": {}, "result_schema": {}}]}
                        """).statusCode(201);
        ClaimedTask over = completed("refused_payload");
        String path = "/tasks/%s/attempts/1/".formatted(over.taskId());

        requireCounted("fetch_parameters", () -> given().auth()
                .oauth2(service.token())
                .header("Fencing-Token", over.fencingToken())
                .get(path + "parameters")
                .then()
                .statusCode(409));
        requireCounted("store_result", () -> given().auth()
                .oauth2(service.token())
                .header("Fencing-Token", over.fencingToken())
                .contentType("application/json")
                .body("{}")
                .put(path + "result")
                .then()
                .statusCode(409));
    }

    @Test
    void aStepThatAsksNobodyIsNotApproved() {
        Client user = Client.user();
        Client.service("refusals").post("/agents", """
                        {"name": "refused", "delivery": "http", "slots": 1, "capabilities": [{"name": "refused_step",
                         "description": "", "parameters_schema": {}, "result_schema": {}}]}
                        """).statusCode(201);
        String workflow = user.post("/workflows", """
                        {"name": "w", "steps": [{"name": "a", "task_type": "refused_step"}]}
                        """).statusCode(201).extract().path("workflow_id");

        requireCounted("approve", () -> user.post("/workflows/%s/steps/a/approve".formatted(workflow))
                .statusCode(409));
        requireCounted("reject", () -> user.post("/workflows/%s/steps/a/reject".formatted(workflow))
                .statusCode(409));
    }

    private ClaimedTask completed(String type) {
        CapabilityVersion version = new CapabilityVersion(type, 1);
        queue.enqueue(queue.task(version, "a", TaskPriority.NORMAL, null, null));
        ClaimedTask task = queue.claim(version, 1).getFirst();
        queue.report(task, 1, new Completed(Json.mapper().createObjectNode()));
        return task;
    }

    private void requireCounted(String action, Runnable refused) {
        double before = count(action);
        refused.run();
        assertThat(count(action)).as(action).isEqualTo(before + 1);
    }

    private double count(String action) {
        Counter counter =
                metrics.find("ymera.transitions.refused").tag("action", action).counter();
        return counter == null ? 0 : counter.count();
    }
}
