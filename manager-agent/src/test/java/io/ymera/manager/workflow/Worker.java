package io.ymera.manager.workflow;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.Json;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.report.Attempts;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** An agent inside the manager: takes tasks of one type from the queue and reports on them, as a test says. */
final class Worker {

    static final ObjectMapper JSON = Json.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Any object; a member {@code n} must be a number. */
    private static final String SCHEMA = """
            {"type": "object", "properties": {"n": {"type": "number"}}}
            """;

    private final UUID id = UUID.randomUUID();
    private final CapabilityVersion capability;
    private final Claims claims;
    private final Attempts attempts;

    /** The task type becomes known; no other agent offers it, so all of its tasks wait for this one. */
    Worker(String taskType, Claims claims, Attempts attempts) {
        this.capability = new CapabilityVersion(taskType, 1);
        this.claims = claims;
        this.attempts = attempts;
        announce(taskType);
    }

    private static void announce(String taskType) {
        String token = TokenIssuer.shared().service("worker");
        JsonNode schema = json(SCHEMA);
        var registration = new AgentRegistration(
                "worker", 1, List.of(new CapabilityDescriptor(taskType, 1, "Does as told", schema, schema)));
        try {
            var registered = given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(JSON.writeValueAsString(registration))
                    .post("/agents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .asString();
            UUID agent = JSON.readValue(registered, AgentRegistered.class).agentId();
            given().auth().oauth2(token).delete("/agents/{id}", agent).then().statusCode(204);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for a task and begins it. */
    ClaimedTask next() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<ClaimedTask> claimed = poll();
            if (claimed.isPresent()) {
                return claimed.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No task of type " + capability);
    }

    /** Begins a task if one waits. */
    Optional<ClaimedTask> poll() {
        return claims
                .lease(id, transaction -> Uni.createFrom().item(Map.of(capability, 1)))
                .await()
                .atMost(PATIENCE)
                .stream()
                .findFirst();
    }

    /** Waits for a task and completes it with what is made of its parameters. */
    void work(Function<JsonNode, String> handler) {
        ClaimedTask task = next();
        complete(task, handler.apply(parameters(task)));
    }

    /** Waits for a task and completes it with {@code result}. */
    void work(String result) {
        complete(next(), result);
    }

    void complete(ClaimedTask task, String result) {
        report(task, new Completed(json(result)));
    }

    void fail(ClaimedTask task) {
        report(task, new Failed(new TaskFailure("broken", "as told", false)));
    }

    void report(ClaimedTask task, Report report) {
        attempts.report(new TaskEvent(task.ref(), id, 1, Instant.now(), report))
                .await()
                .atMost(PATIENCE);
    }

    static JsonNode parameters(ClaimedTask task) {
        return json(String.valueOf(task.parameters()));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
