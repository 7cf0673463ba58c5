package io.ymera.manager.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.manager.Client;
import io.ymera.manager.LiveClient;
import io.ymera.manager.QuickDeadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of workflows, over WebSocket and as server-sent events. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class WorkflowEventsTest {

    private static final String[] ALL = {
        "workflow.created",
        "step.awaiting_approval",
        "step.completed",
        "step.awaiting_approval",
        "step.completed",
        "workflow.completed"
    };

    private final Client client = Client.user();
    private final Client approver = Client.user();

    @Test
    void eventsComeOverTheWebSocketAsTheyHappen() {
        String workflow = start();
        try (var live = new LiveClient(client)) {
            subscribe(live, workflow, 0);
            live.until("step.awaiting_approval");
            approve(workflow, "first");
            var middle = live.until("step.awaiting_approval");
            approve(workflow, "second");
            var end = live.until("workflow.completed");

            assertThat(middle.sequences()).containsExactly(3L, 4L);
            assertThat(end.sequences()).containsExactly(5L, 6L);
            JsonNode completed = middle.events().getFirst();
            assertThat(completed.path("workflow_id").asText()).isEqualTo(workflow);
            assertThat(completed.has("task_id")).isFalse();
            assertThat(completed.path("data").path("step").asText()).isEqualTo("first");
            assertThat(completed.path("data").path("by").asText()).isEqualTo(approver.subject());
        }
    }

    @Test
    void eventsComeAsServerSentEventsUntilTheLast() throws Exception {
        String workflow = start();
        try (var stream = new EventStream(client, "/workflows/" + workflow + "/events")) {
            stream.until("step.awaiting_approval");
            approve(workflow, "first");
            approve(workflow, "second");
            stream.untilEnd();

            assertThat(stream.contentType()).isEqualTo("text/event-stream");
            assertThat(stream.events()).extracting(EventStream.Event::type).containsExactly(ALL);
            assertThat(stream.events()).extracting(EventStream.Event::id).containsExactly("1", "2", "3", "4", "5", "6");
        }
    }

    @Test
    void aClientGoesOnFromTheLastNumberItSaw() throws Exception {
        String workflow = start();
        approve(workflow, "first");
        approve(workflow, "second");

        try (var live = new LiveClient(client);
                var stream = new EventStream(client, "/workflows/" + workflow + "/events", "Last-Event-ID", "4")) {
            subscribe(live, workflow, 4);
            stream.untilEnd();

            assertThat(live.until("workflow.completed").sequences()).containsExactly(5L, 6L);
            assertThat(stream.events()).extracting(EventStream.Event::id).containsExactly("5", "6");
        }
        given().auth()
                .oauth2(client.token())
                .get("/workflows/" + workflow + "/events?after=6")
                .then()
                .statusCode(204);
    }

    @Test
    void whoIsAskedSeesItAndOthersDoNot() throws Exception {
        String workflow = start();

        try (var stream = new EventStream(approver, "/workflows/" + workflow + "/events");
                var live = new LiveClient(Client.user())) {
            subscribe(live, workflow, 0);
            stream.until("step.awaiting_approval");

            JsonNode refused = live.next();
            assertThat(refused.path("code").asText()).isEqualTo("not_found");
            assertThat(refused.path("workflow_id").asText()).isEqualTo(workflow);
        }
        Client.user().get("/workflows/" + workflow + "/events").statusCode(404).body("code", equalTo("not_found"));
        client.get("/tasks/" + workflow + "/events").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"subscribe\", \"workflow_id\": \"x\"}",
                "{\"type\": \"subscribe\", \"workflow_id\": \"01a20033-9828-71c7-a8e7-623c2f84fd56\","
                        + " \"task_id\": \"01a20033-9828-71c7-a8e7-623c2f84fd56\"}"
            })
    void whatIsUnclearIsRefused(String message) {
        try (var live = new LiveClient(client)) {
            live.send(message);

            assertThat(live.next().path("type").asText()).isEqualTo("error");
        }
    }

    private String start() {
        return client.post("/workflows", """
                        {"name": "two approvals", "steps": [
                          {"name": "first", "approval": {"by": ["%s"]}},
                          {"name": "second", "needs": ["first"], "approval": {"by": ["%s"]}}]}
                        """.formatted(approver.subject(), approver.subject()))
                .statusCode(201)
                .extract()
                .path("workflow_id");
    }

    private void approve(String workflow, String step) {
        approver.post("/workflows/" + workflow + "/steps/" + step + "/approve", "{}")
                .statusCode(200);
    }

    private static void subscribe(LiveClient live, String workflow, long after) {
        live.send("{\"type\": \"subscribe\", \"workflow_id\": \"%s\", \"after\": %d}".formatted(workflow, after));
    }
}
