package io.ymera.manager.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.testkit.TokenIssuer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class TaskEventsResourceTest {

    private final Client client = Client.user();

    @Test
    void eventsComeAsTheyHappenUntilTheLast() throws Exception {
        try (var agent = new ScriptedAgent("sse_happy", 1)) {
            UUID task = client.submit("sse_happy");
            try (var stream = new EventStream(client, task, "")) {
                stream.until("task.dispatched");
                AttemptRef attempt = agent.receive().ref();
                agent.hold(attempt);
                agent.report(attempt, new Started());
                stream.until("task.started");
                agent.report(attempt, new Progress(0.5, "häl\nf ☃"));
                stream.until("task.progress");
                agent.report(attempt, new Completed(JsonNodeFactory.instance.objectNode()));
                stream.untilEnd();

                assertThat(stream.statusCode()).isEqualTo(200);
                assertThat(stream.contentType()).isEqualTo("text/event-stream");
                assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
                assertThat(stream.events()).extracting(EventStream.Event::id).containsExactly("1", "2", "3", "4", "5");
                assertThat(stream.events())
                        .extracting(EventStream.Event::type)
                        .containsExactly(
                                "task.created", "task.dispatched", "task.started", "task.progress", "task.completed");
                var progress = stream.events().get(3).data();
                assertThat(progress.path("sequence").asLong()).isEqualTo(4);
                assertThat(progress.path("task_id").asText()).isEqualTo(task.toString());
                assertThat(progress.path("data").path("message").asText()).isEqualTo("häl\nf ☃");
            }
        }
    }

    @Test
    void aClientGoesOnFromTheLastNumberItSaw() throws Exception {
        UUID task = failedTask("sse_resume");

        try (var byHeader = new EventStream(client, task, "", "Last-Event-ID", "3");
                var byQuery = new EventStream(client, task, "?after=3");
                var both = new EventStream(client, task, "?after=1", "Last-Event-ID", "3")) {
            for (EventStream stream : new EventStream[] {byHeader, byQuery, both}) {
                stream.untilEnd();
                assertThat(stream.events()).extracting(EventStream.Event::type).containsExactly("task.failed");
            }
        }
    }

    @Test
    void whoHasSeenAllIsToldNotToComeBack() throws Exception {
        UUID task = failedTask("sse_all");

        given().auth()
                .oauth2(client.token())
                .header("Last-Event-ID", "4")
                .get("/tasks/" + task + "/events")
                .then()
                .statusCode(204);
    }

    @Test
    void theStreamOfATaskThatIsQueuedAgainGoesOn() throws Exception {
        try (var agent = new ScriptedAgent("sse_redriven", 1)) {
            UUID task = client.submit("sse_redriven");
            fail(agent);
            client.awaitStatus(task, "failed");
            client.post("/tasks/" + task + "/retry").statusCode(200);

            try (var stream = new EventStream(client, task, "")) {
                stream.until("task.redriven");
                AttemptRef again = agent.receive().ref();
                agent.report(again, new Started());
                agent.report(again, new Completed(JsonNodeFactory.instance.objectNode()));
                stream.untilEnd();

                assertThat(stream.events())
                        .extracting(EventStream.Event::type)
                        .containsSubsequence("task.failed", "task.redriven", "task.completed");
                assertThat(stream.events())
                        .extracting(EventStream.Event::id)
                        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
            }
        }
    }

    @Test
    void anotherUsersTaskIsNotThereAndAnAdminMay() throws Exception {
        UUID task = failedTask("sse_foreign");

        for (UUID foreign : new UUID[] {task, UUID.randomUUID()}) {
            Client.user()
                    .get("/tasks/" + foreign + "/events")
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not_found"));
        }
        Client.user().get("/tasks/x/events").statusCode(404);
        given().get("/tasks/" + task + "/events").then().statusCode(401);
        new Client(TokenIssuer.shared().service("some-agent"))
                .get("/tasks/" + task + "/events")
                .statusCode(403);
        Client.admin().get("/tasks/" + task + "/events").statusCode(200);
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        Client ending = Client.user();
        try (var agent = new ScriptedAgent("sse_session", 1)) {
            UUID task = ending.submit("sse_session");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());
            try (var stream = new EventStream(ending, task, "")) {
                stream.until("task.started");

                TokenIssuer.shared().revoke(ending.token());

                stream.untilEnd();
                assertThat(stream.events()).extracting(EventStream.Event::type).endsWith("task.started");
            }
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        Client ending = new Client(TokenIssuer.shared().user(Duration.ofSeconds(5)));
        try (var agent = new ScriptedAgent("sse_token", 1)) {
            UUID task = ending.submit("sse_token");
            AttemptRef attempt = agent.receive().ref();
            agent.hold(attempt);
            agent.report(attempt, new Started());
            try (var stream = new EventStream(ending, task, "")) {
                stream.until("task.started");

                stream.untilEnd();
                assertThat(stream.events()).extracting(EventStream.Event::type).endsWith("task.started");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999", " ", "1;2"})
    void aNumberThatIsNoneIsRefused(String number) throws Exception {
        UUID task = failedTask("sse_hostile");

        given().auth()
                .oauth2(client.token())
                .header("Last-Event-ID", number)
                .queryParam("after", number)
                .get("/tasks/" + task + "/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
    }

    private UUID failedTask(String type) throws InterruptedException {
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
}
