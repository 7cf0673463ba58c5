package io.ymera.manager;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ymera.contracts.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever well-formed JSON is sent, it is no fault of the server's. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class HostileBodyTest {

    private static final String TYPE = "hostile_body";

    /** In place of each member, and of the body itself. */
    private static final List<String> VALUES = List.of(
            "null",
            "[]",
            "[null]",
            "{}",
            "{\"\": null}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "true",
            "-1",
            "1e400",
            "9223372036854775808",
            "0.5");

    private static final String TASK = """
            {"name": "t", "description": "d", "task_type": "hostile_body", "version": 1, "parameters": {"a": 1},
             "priority": "low", "run_at": "2999-01-01T00:00:00Z", "queue_timeout_seconds": 9, "run_timeout_seconds": 9,
             "total_timeout_seconds": 9, "retry": {"max_attempts": 2, "first_pause_seconds": 1, "max_pause_seconds": 2},
             "concurrency_key": "k", "callback_url": "https://example.org", "project_id": "%s"}
            """.formatted(UUID.randomUUID());

    private static final String REPORT = """
            {"fencing_token": 1, "sequence": 1, "fraction": 0.5, "message": "m", "result": {}, "stored": false,
             "failure": {"code": "c", "message": "m", "retryable": true}, "reason": "r"}
            """;

    private static final String AGENT = """
            {"name": "hostile", "delivery": "http", "slots": 1, "instance": "%s", "capabilities": [{"name": "hostile_body",
             "version": 1, "description": "", "parameters_schema": {}, "result_schema": {}}]}
            """.formatted(UUID.randomUUID());

    static Stream<Arguments> requests() {
        String attempt = "/tasks/{task}/attempts/1/";
        return Stream.of(
                Arguments.of("user", "POST", "/tasks", TASK),
                Arguments.of("user", "POST", "/tasks/{task}/cancel", "{\"reason\": \"r\"}"),
                Arguments.of("user", "POST", "/tasks/{task}/retry", "{}"),
                Arguments.of("admin", "POST", "/tasks/redrive", """
                        {"task_ids": ["{task}"], "task_type": "hostile_none", "failure_code": "c", "owner": "o",
                         "since": "2000-01-01T00:00:00Z", "until": "2000-01-02T00:00:00Z", "limit": 1}
                        """),
                Arguments.of("service", "POST", "/agents", AGENT),
                Arguments.of("service", "PATCH", "/agents/{agent}", "{\"status\": \"online\", \"slots\": 1}"),
                Arguments.of("service", "POST", "/agents/{agent}/heartbeat", """
                        {"status": "online", "slots": 1, "in_use": 1,
                         "attempts": [{"task_id": "{task}", "attempt": 1, "fencing_token": 1}]}
                        """),
                Arguments.of("service", "POST", "/agents/{agent}/leases", """
                        {"max": 1, "wait_seconds": 0, "capabilities": [{"name": "hostile_body", "version": 1}]}
                        """),
                Arguments.of("service", "POST", attempt + "progress", REPORT),
                Arguments.of("service", "POST", attempt + "fail", REPORT),
                Arguments.of("service", "POST", attempt + "release", REPORT),
                Arguments.of("service", "POST", attempt + "complete", REPORT),
                Arguments.of("service", "PUT", attempt + "result", "{\"a\": [1]}"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isNeverTheServersFault(String role, String method, String path, String sample) throws IOException {
        Client service = Client.service("hostile");
        String agent = service.post(
                        "/agents", AGENT.replaceAll("\"slots\": 1, \"instance\": \"[^\"]*\"", "\"slots\": 100"))
                .statusCode(201)
                .extract()
                .path("agent_id");
        Client user = Client.user();
        UUID task = user.submit(TYPE, ", \"priority\": \"critical\"");
        String token = service.post("/agents/" + agent + "/leases", "{\"max\": 100}")
                .statusCode(200)
                .extract()
                .path("leases.find { it.task_id == '%s' }.fencing_token".formatted(task))
                .toString();
        Client client =
                switch (role) {
                    case "user" -> user;
                    case "admin" -> Client.admin();
                    default -> service;
                };

        for (String body : variants(sample.replace("{task}", task.toString())
                .replace("\"fencing_token\": 1", "\"fencing_token\": " + token))) {
            Response answer = given().auth()
                    .oauth2(client.token())
                    .contentType("application/json")
                    .header("Fencing-Token", token)
                    .body(body)
                    .request(method, path.replace("{task}", task.toString()).replace("{agent}", agent));

            assertThat(answer.statusCode())
                    .as("%s %s %s: %s", method, path, body, answer.asString())
                    .isBetween(200, 499);
        }
    }

    /** The sample with each of its parts in turn replaced by each of the values. */
    private static List<String> variants(String sample) throws IOException {
        List<String> variants = new ArrayList<>(VALUES);
        JsonNode root = Json.mapper().readTree(sample);
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        for (JsonNode container : containers) {
            List<String> members = new ArrayList<>();
            container.fieldNames().forEachRemaining(members::add);
            for (String member : members) {
                JsonNode original = container.get(member);
                for (String value : VALUES) {
                    // As text, since some of these values are none that a tree can hold
                    ((ObjectNode) container).put(member, "@@");
                    variants.add(root.toString().replace("\"@@\"", value));
                }
                ((ObjectNode) container).set(member, original);
            }
        }
        return variants;
    }

    private static void collect(JsonNode node, List<JsonNode> objects) {
        if (node instanceof ObjectNode) {
            objects.add(node);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }
}
