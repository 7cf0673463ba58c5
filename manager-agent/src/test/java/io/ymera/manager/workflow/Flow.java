package io.ymera.manager.workflow;

import io.restassured.path.json.JsonPath;
import io.ymera.manager.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A workflow as its owner sees it, over HTTP. */
record Flow(Client client, UUID id) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Starts a workflow with these steps, JSON, of task type {@code type} where they say {@code TYPE}. */
    static Flow start(Client client, String type, String steps) {
        return start(client, type, "{\"name\": \"flow\", \"steps\": [%s]}", steps);
    }

    static Flow start(Client client, String type, String workflow, String steps) {
        String id = client.post("/workflows", workflow.formatted(steps).replace("TYPE", type))
                .statusCode(201)
                .extract()
                .path("workflow_id");
        return new Flow(client, UUID.fromString(id));
    }

    JsonPath get() {
        return client.get("/workflows/" + id).statusCode(200).extract().jsonPath();
    }

    String status() {
        return get().getString("status");
    }

    String status(String step) {
        return value(step, "status");
    }

    String value(String step, String path) {
        return get().getString("steps.find { it.name == '%s' }.%s".formatted(step, path));
    }

    List<String> values(String step, String path) {
        return get().getList("steps.find { it.name == '%s' }.%s".formatted(step, path), String.class);
    }

    void awaitStatus(String status) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!status().equals(status)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The workflow did not become " + status + ": " + get().prettify());
            }
            Thread.onSpinWait();
        }
    }
}
