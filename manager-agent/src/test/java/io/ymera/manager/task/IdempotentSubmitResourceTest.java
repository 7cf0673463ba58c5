package io.ymera.manager.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class IdempotentSubmitResourceTest {

    private static final String TYPE = "idempotent_known";
    private static final String BODY = "{\"name\": \"t\", \"task_type\": \"" + TYPE + "\"}";

    private final Client client = Client.user();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void theTypeIsKnown() throws InterruptedException {
        new ScriptedAgent(TYPE, 1).close();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        Response first = client.postOnce(key, "/tasks", BODY).extract().response();
        Response second = client.postOnce(key, "/tasks", " " + BODY).extract().response();

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void aTaskThatIsAcceptedWithAKeyRuns() throws Exception {
        try (var agent = new ScriptedAgent("idempotent_run", 1)) {
            String id = client.postOnce(key, "/tasks", "{\"name\": \"t\", \"task_type\": \"idempotent_run\"}")
                    .statusCode(201)
                    .extract()
                    .path("task_id");

            assertThat(agent.receive().taskId()).hasToString(id);
        }
    }

    @Test
    void anotherBodyIsRefused() {
        client.postOnce(key, "/tasks", BODY).statusCode(201);

        client.postOnce(key, "/tasks", BODY.replace("\"t\"", "\"u\""))
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void whatWasRefusedCanBeSentAgainMended() {
        client.postOnce(key, "/tasks", "{\"name\": \"t\", \"task_type\": \"idempotent_unknown\"}")
                .statusCode(422)
                .body("code", equalTo("unknown_task_type"));

        client.postOnce(key, "/tasks", BODY)
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue())
                .header("Location", notNullValue());
    }

    @Test
    void anAnswerStaysThoughTheAgentHasTightenedItsSchema() throws Exception {
        String type = "idempotent_tightened";
        String body = "{\"name\": \"t\", \"task_type\": \"%s\", \"parameters\": {\"text\": \"a\"}}".formatted(type);
        new ScriptedAgent(type, 1, 1, "{}").close();
        String first =
                client.postOnce(key, "/tasks", body).statusCode(201).extract().asString();
        new ScriptedAgent(type, 1, 1, "{\"required\": [\"more\"]}").close();

        client.post("/tasks", body).statusCode(422);
        Response second = client.postOnce(key, "/tasks", body).extract().response();

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first);
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        String parameters = "\"parameters\": {\"a\": {%s, %s}}";
        String body = "{\"name\": \"t\", \"task_type\": \"idempotent_any\", %s}";
        registerAny();

        client.postOnce(key, "/tasks", body.formatted(parameters.formatted("\"x\": 1", "\"y\": 2")))
                .statusCode(201);

        client.postOnce(key, "/tasks", body.formatted(parameters.formatted("\"y\": 2", "\"x\": 1")))
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"));
    }

    private static void registerAny() {
        Client.service("idempotent").post("/agents", """
                        {"name": "any", "delivery": "http", "slots": 1, "capabilities": [{"name": "idempotent_any",
                         "description": "", "parameters_schema": {}, "result_schema": {}}]}
                        """).statusCode(201);
    }

    @Test
    void anotherUsersKeyIsAnotherKey() {
        Response mine = client.postOnce(key, "/tasks", BODY).extract().response();
        Response theirs = Client.user().postOnce(key, "/tasks", BODY).extract().response();

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.asString()).isNotEqualTo(mine.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "schl\u00fcssel"})
    void aMalformedKeyIsRefused(String malformed) {
        client.postOnce(malformed, "/tasks", BODY).statusCode(400).body("code", equalTo("malformed_request"));
        assertThat(tasks()).isEmpty();
    }

    @Test
    void twoKeysAreRefused() {
        given().auth()
                .oauth2(client.token())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "a", "b")
                .body(BODY)
                .post("/tasks")
                .then()
                .statusCode(400);
    }

    @Test
    void ofManyAtTheSameTimeExactlyOneTaskComes() throws Exception {
        List<Response> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            Callable<Response> post =
                    () -> client.postOnce(key, "/tasks", BODY).extract().response();
            for (Future<Response> answer : threads.invokeAll(Collections.nCopies(50, post))) {
                answers.add(answer.get());
            }
        }

        // One did it; the others came too early or were given the same answer
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .filteredOn(answer -> answer.header("Idempotent-Replayed") == null)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(Response::asString)
                .containsOnly(client.postOnce(key, "/tasks", BODY).extract().asString());
        assertThat(tasks()).hasSize(1);
    }

    /** More than there are connections to PostgreSQL, when what they look up has just been forgotten. */
    @Test
    void manyAtTheSameTimeDoNotStopEachOther() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            Callable<Response> post = () -> client.postOnce(UUID.randomUUID().toString(), "/tasks", BODY)
                    .extract()
                    .response();
            for (Future<Response> answer : threads.invokeAll(Collections.nCopies(50, post))) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }
    }

    private List<String> tasks() {
        return client.get("/tasks").statusCode(200).extract().jsonPath().getList("items.task_id");
    }
}
