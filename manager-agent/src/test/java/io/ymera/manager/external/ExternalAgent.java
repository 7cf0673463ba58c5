package io.ymera.manager.external;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.ymera.manager.Client;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** An agent in another language: it speaks HTTP only, and does as a test says. */
final class ExternalAgent implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ExternalAgent.class);

    private final Client service;
    private final String id;
    private final int slots;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    /** What came with a lease. */
    record Held(UUID task, int attempt, long token, String type, int version, JsonPath lease) {}

    /** Registers an agent of a service of its own, with version 1 of some capabilities, and begins to heartbeat. */
    ExternalAgent(int slots, String... capabilities) {
        this(Client.service("external-" + UUID.randomUUID()), slots, capabilities);
    }

    ExternalAgent(Client service, int slots, String... capabilities) {
        this.service = service;
        this.slots = slots;
        this.id = service.post("/agents", """
                        {"name": "external", "delivery": "http", "slots": %d, "capabilities": [%s]}
                        """.formatted(
                                slots,
                                List.of(capabilities).stream()
                                        .map(name -> """
                        {"name": "%s", "description": "", "parameters_schema": {}, "result_schema": {}}
                        """.formatted(name))
                                        .collect(Collectors.joining(", "))))
                .statusCode(201)
                .extract()
                .path("agent_id");
        heart.scheduleAtFixedRate(this::beat, 0, 300, MILLISECONDS);
    }

    String id() {
        return id;
    }

    Client service() {
        return service;
    }

    private void beat() {
        try {
            heartbeat();
        } catch (RuntimeException | AssertionError e) {
            LOG.warn("A heartbeat failed", e);
        }
    }

    JsonPath heartbeat() {
        String attempts = held.values().stream()
                .map(one -> "{\"task_id\": \"%s\", \"attempt\": %d, \"fencing_token\": %d}"
                        .formatted(one.task(), one.attempt(), one.token()))
                .collect(Collectors.joining(", "));
        return service.post("/agents/" + id + "/heartbeat", """
                        {"status": "online", "slots": %d, "in_use": %d, "attempts": [%s]}
                        """.formatted(slots, held.size(), attempts))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Stops heartbeating, as if killed. */
    void fallSilent() throws InterruptedException {
        heart.shutdownNow();
        heart.awaitTermination(5, SECONDS);
    }

    /** Waits up to 25 s for one lease, and holds it. */
    Held lease() {
        List<Held> leases = lease("{\"wait_seconds\": 25}");
        if (leases.size() != 1) {
            throw new AssertionError("No single lease: " + leases);
        }
        return leases.getFirst();
    }

    List<Held> lease(String request) {
        JsonPath answer = ask(request).statusCode(200).extract().jsonPath();
        List<Held> leases = IntStream.range(0, answer.getList("leases").size())
                .mapToObj(i -> held(answer, "leases[%d].".formatted(i)))
                .toList();
        leases.forEach(one -> held.put(one.task(), one));
        return leases;
    }

    private static Held held(JsonPath answer, String at) {
        return new Held(
                answer.getUUID(at + "task_id"),
                answer.getInt(at + "attempt"),
                answer.getLong(at + "fencing_token"),
                answer.getString(at + "task_type"),
                answer.getInt(at + "version"),
                answer);
    }

    ValidatableResponse ask(String request) {
        return service.post("/agents/" + id + "/leases", request);
    }

    /** Reports on what it holds; {@code members} follow the token. */
    ValidatableResponse report(Held lease, String kind, String members) {
        return service.post(
                "/tasks/%s/attempts/%d/%s".formatted(lease.task(), lease.attempt(), kind),
                "{\"fencing_token\": %d, %s}".formatted(lease.token(), members));
    }

    /** Hands in a result for a later report. */
    ValidatableResponse store(Held lease, String result) {
        return given().auth()
                .oauth2(service.token())
                .header("Fencing-Token", lease.token())
                .contentType("application/json")
                .body(result)
                .put("/tasks/{id}/attempts/{n}/result", lease.task(), lease.attempt())
                .then();
    }

    ValidatableResponse complete(Held lease, String result) {
        ValidatableResponse answer = report(lease, "complete", "\"result\": " + result);
        held.remove(lease.task());
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        fallSilent();
        service.delete("/agents/" + id);
    }
}
