package io.ymera.manager.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A client serves the task types that an administrator gave to it, and no other. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ServedTypesResourceTest {

    private final String clientId = "served-" + UUID.randomUUID();
    private final String instance = UUID.randomUUID().toString();

    @Test
    void anAgentWithAnotherTypeIsNotRegistered() {
        Client client = Client.service(clientId, "served_one");

        ValidatableResponse refused = register(client, "served_one", "served_secret");

        refused.statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"))
                .body("detail", allOf(containsString("served_secret"), containsString(clientId)));
        client.get("/agents").body("items", empty());
        Client.user()
                .post("/tasks", "{\"name\": \"t\", \"task_type\": \"served_secret\"}")
                .statusCode(422)
                .body("code", equalTo("unknown_task_type"));
    }

    @Test
    void withoutTaskTypesThereIsNothingToRegister() {
        register(Client.service(clientId, new String[0]), "served_one").statusCode(403);
    }

    @Test
    void aTypeThatBeginsAlikeIsAnotherOne() {
        Client client = Client.service(clientId, "served_one");

        register(client, "served_one_more").statusCode(403);
        register(client, "served").statusCode(403);
        register(client, "served_one").statusCode(201);
    }

    @Test
    void anAgentWhoseClientLostATypeIsDrainedUntilItRegistersWithoutIt() {
        // Given an agent of two types
        Client before = Client.service(clientId, "served_kept", "served_lost");
        String agent = register(before, "served_kept", "served_lost")
                .statusCode(201)
                .extract()
                .path("agent_id");
        UUID lost = Client.user().submit("served_lost");
        JsonPath held = lease(before, agent, "{\"wait_seconds\": 25}")
                .statusCode(200)
                .extract()
                .jsonPath();

        // When its client has lost one
        Client after = Client.service(clientId, "served_kept");
        UUID kept = Client.user().submit("served_kept");
        ValidatableResponse all = lease(after, agent, "{}");
        JsonPath reply = beat(after, agent, "online");
        ValidatableResponse narrowed = lease(after, agent, "{\"capabilities\": [{\"name\": \"served_kept\"}]}");

        // Then it gets nothing new, and finishes what it has
        all.statusCode(403).body("detail", allOf(containsString("served_lost"), containsString(clientId)));
        assertThat(reply.getBoolean("drain")).isTrue();
        after.get("/agents/" + agent).body("status", equalTo("draining")).body("drain", equalTo(false));
        narrowed.statusCode(200).body("leases", empty());
        after.post("/tasks/%s/attempts/1/complete".formatted(lost), """
                        {"fencing_token": %d, "result": {}}
                        """.formatted(
                                held.getLong("leases[0].fencing_token")))
                .statusCode(200);
        assertThat(register(after, "served_kept").statusCode(201).extract().<String>path("agent_id"))
                .isEqualTo(agent);
        assertThat(beat(after, agent, "online").getBoolean("drain")).isFalse();
        lease(after, agent, "{\"wait_seconds\": 25}")
                .statusCode(200)
                .body("leases[0].task_id", equalTo(kept.toString()));
    }

    @Test
    void aTypeThatIsGivenBackEndsTheDrain() {
        Client client = Client.service(clientId, "served_back");
        String agent = register(client, "served_back").statusCode(201).extract().path("agent_id");
        beat(Client.service(clientId, "another"), agent, "online");
        boolean drained =
                beat(Client.service(clientId, "another"), agent, "draining").getBoolean("drain");

        boolean drainedStill = beat(client, agent, "draining").getBoolean("drain");
        beat(client, agent, "online");

        assertThat(drained).isTrue();
        assertThat(drainedStill).isFalse();
        client.get("/agents/" + agent).body("status", equalTo("online"));
    }

    private ValidatableResponse register(Client client, String... taskTypes) {
        String capabilities = Stream.of(taskTypes).map("""
                        {"name": "%s", "description": "", "parameters_schema": {}, "result_schema": {}}"""::formatted).collect(Collectors.joining(", "));
        return client.post("/agents", """
                        {"name": "served", "delivery": "http", "slots": 2, "instance": "%s", "capabilities": [%s]}
                        """.formatted(instance, capabilities));
    }

    private static ValidatableResponse lease(Client client, String agent, String request) {
        return client.post("/agents/" + agent + "/leases", request);
    }

    private static JsonPath beat(Client client, String agent, String status) {
        return client.post(
                        "/agents/" + agent + "/heartbeat",
                        "{\"status\": \"%s\", \"slots\": 2, \"in_use\": 0}".formatted(status))
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
