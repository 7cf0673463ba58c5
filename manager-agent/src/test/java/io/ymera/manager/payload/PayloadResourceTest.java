package io.ymera.manager.payload;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.Json;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class PayloadResourceTest {

    private static final String TYPE = "payload_large";
    private static final String LARGE = "x☃".repeat(100_000);

    private final Client client = Client.user();

    @Inject
    Pool pool;

    private ScriptedAgent agent;
    private UUID task;
    private AttemptRef attempt;

    @BeforeEach
    void anAttemptAtALargeTaskHasBeenReceived() {
        agent = new ScriptedAgent(TYPE, 1, 1, "{\"type\": \"object\"}");
        task = client.submit(TYPE, ", \"parameters\": {\"text\": \"%s\"}".formatted(LARGE));
        TaskAssignment assignment = agent.receive();
        attempt = assignment.ref();
        agent.hold(attempt);
        assertThat(assignment.parameters()).isNull();
    }

    @AfterEach
    void itEnds() throws InterruptedException {
        agent.report(attempt, new Completed(Json.mapper().createObjectNode()));
        client.awaitStatus(task, "completed");
        agent.close();
    }

    @Test
    void largeParametersAreFetched() {
        parameters(agent(), attempt)
                .statusCode(200)
                .contentType("application/json")
                .body("text", equalTo(LARGE));
    }

    @Test
    void aLargeResultIsStoredAndTakesEffectWithTheReport() {
        agent.report(attempt, new Started());
        store(agent(), attempt, json("an earlier try")).statusCode(204);
        store(agent(), attempt, json(LARGE)).statusCode(204);
        assertThat(stored()).isEqualTo(1);

        agent.report(attempt, Completed.withStoredResult());

        assertThat(client.awaitStatus(task, "completed").getString("result.text"))
                .isEqualTo(LARGE);
        assertThat(stored()).isZero();
    }

    @Test
    void whatIsOverIsStale() {
        agent.report(attempt, new Completed(Json.mapper().createObjectNode()));
        client.awaitStatus(task, "completed");

        parameters(agent(), attempt).statusCode(409).body("code", equalTo("stale_attempt"));
        store(agent(), attempt, json("late")).statusCode(409).body("code", equalTo("stale_attempt"));
        assertThat(stored()).isZero();
    }

    @Test
    void anotherAttemptOrTokenIsStaleOrRefused() {
        for (AttemptRef wrong : List.of(
                new AttemptRef(task, 2, attempt.fencingToken()),
                new AttemptRef(task, 1, attempt.fencingToken() + 1),
                new AttemptRef(task, 1, -attempt.fencingToken()),
                new AttemptRef(task, 0, attempt.fencingToken()),
                new AttemptRef(task, Integer.MAX_VALUE, Long.MAX_VALUE))) {
            assertThat(parameters(agent(), wrong).extract().statusCode()).isIn(400, 409, 422);
            assertThat(store(agent(), wrong, json("wrong")).extract().statusCode())
                    .isIn(400, 409, 422);
        }
        assertThat(stored()).isZero();
    }

    @Test
    void aServiceWithoutSuchAnAgentSeesNoTask() {
        String stranger = TokenIssuer.shared().service("stranger");

        parameters(bearing(stranger), attempt).statusCode(404);
        store(bearing(stranger), attempt, json("mine")).statusCode(404);
        parameters(agent(), new AttemptRef(UUID.randomUUID(), 1, attempt.fencingToken()))
                .statusCode(404);
    }

    @Test
    void theAttemptOfAnotherServicesAgentIsNotHeld() {
        String token = TokenIssuer.shared().service("rival");
        bearing(token)
                .contentType("application/json")
                .body(("""
                        {"name": "rival", "slots": 1, "delivery": "http", "capabilities": [{"name": "%s",
                         "description": "", "parameters_schema": {}, "result_schema": {}}]}""").formatted(TYPE))
                .post("/agents")
                .then()
                .statusCode(201);
        agent.report(attempt, new Started());
        client.awaitStatus(task, "running");

        parameters(bearing(token), attempt).statusCode(409);
        store(bearing(token), attempt, json("mine")).statusCode(409);
        parameters(agent(), attempt).statusCode(200);
    }

    @Test
    void usersAndAdminsAndTheUnknownAreKeptOut() {
        parameters(bearing(client.token()), attempt).statusCode(403);
        parameters(bearing(Client.admin().token()), attempt).statusCode(403);
        store(bearing(client.token()), attempt, json("mine")).statusCode(403);
        parameters(given(), attempt).statusCode(401);
    }

    @Test
    void aResultThatIsNotJsonIsRefused() {
        for (String result :
                List.of("", " ", "{", "{} {}", "nonsense", "{\"a\": 1, \"a\": 2}", "NaN", "\"\u0000\"", "[1,]")) {
            store(agent(), attempt, result.getBytes(UTF_8)).statusCode(400).contentType("application/problem+json");
        }
        assertThat(stored()).isZero();
    }

    @Test
    void deepOrInvalidOrOversizedResultsAreRefused() {
        byte[] notUtf8 = {'"', (byte) 0xc3, (byte) 0x28, '"'};
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

        store(agent(), attempt, "[".repeat(100_000).getBytes(UTF_8)).statusCode(400);
        store(agent(), attempt, notUtf8).statusCode(400);
        store(agent(), attempt, surrogate).statusCode(400);
        store(agent(), attempt, json("x".repeat(8 * 1024 * 1024)))
                .statusCode(413)
                .body("code", equalTo("body_too_large"));
        assertThat(stored()).isZero();
    }

    @Test
    void unusualButValidResultsAreTaken() {
        for (String result : List.of("\"\\u0000\"", "\"\\ud800\"", "null", "1e999", "[]")) {
            store(agent(), attempt, result.getBytes(UTF_8)).statusCode(204);
        }
    }

    @Test
    void aTokenIsNeeded() {
        for (String token : List.of("", "x", "-1", "0", "1.5", "99999999999999999999")) {
            int status = agent().header("Fencing-Token", token)
                    .get("/tasks/{id}/attempts/1/parameters", task)
                    .statusCode();

            assertThat(status).as(token).isBetween(400, 422);
        }
        assertThat(agent().get("/tasks/{id}/attempts/1/parameters", task).statusCode())
                .isBetween(400, 422);
    }

    private static ValidatableResponse parameters(RequestSpecification as, AttemptRef of) {
        return as.header("Fencing-Token", of.fencingToken())
                .get("/tasks/{id}/attempts/{n}/parameters", of.taskId(), of.attempt())
                .then();
    }

    private static ValidatableResponse store(RequestSpecification as, AttemptRef of, byte[] result) {
        return as.header("Fencing-Token", of.fencingToken())
                .contentType("application/json")
                .body(result)
                .put("/tasks/{id}/attempts/{n}/result", of.taskId(), of.attempt())
                .then();
    }

    private static RequestSpecification agent() {
        return bearing(TokenIssuer.shared().service("scripted-agent"));
    }

    private static RequestSpecification bearing(String token) {
        return given().auth().oauth2(token);
    }

    private static byte[] json(String text) {
        return Json.mapper().valueToTree(Map.of("text", text)).toString().getBytes(UTF_8);
    }

    private long stored() {
        return pool.preparedQuery("SELECT count(*) FROM stored_results WHERE task_id = $1")
                .execute(Tuple.of(task))
                .await()
                .atMost(Duration.ofSeconds(30))
                .iterator()
                .next()
                .getLong(0);
    }
}
