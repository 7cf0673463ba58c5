package io.ymera.manager;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.ymera.testkit.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Predicate;

/** A user of the manager, or an admin, with a token of their own. */
public record Client(String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Client user() {
        return new Client(TokenIssuer.shared().user());
    }

    public static Client admin() {
        return new Client(TokenIssuer.shared().admin());
    }

    /** An agent, in the role that agents have. */
    public static Client service(String clientId) {
        return new Client(TokenIssuer.shared().service(clientId));
    }

    /** An agent whose client may serve these task types. */
    public static Client service(String clientId, String... taskTypes) {
        return new Client(TokenIssuer.shared().service(clientId, taskTypes));
    }

    /** The token's {@code sub}. */
    public String subject() {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonPath.from(new String(claims, UTF_8)).getString("sub");
    }

    public ValidatableResponse post(String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** Posts nothing. */
    public ValidatableResponse post(String path) {
        return given().auth().oauth2(token).noContentType().post(path).then();
    }

    /** Posts with an Idempotency-Key. */
    public ValidatableResponse postOnce(String key, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    public ValidatableResponse get(String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    public ValidatableResponse patch(String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .patch(path)
                .then();
    }

    public ValidatableResponse delete(String path) {
        return given().auth().oauth2(token).delete(path).then();
    }

    /** Hands in a task without parameters. */
    public UUID submit(String taskType) {
        return submit(taskType, "");
    }

    /** Hands in a task; {@code more} holds further members, beginning with a comma. */
    public UUID submit(String taskType, String more) {
        return UUID.fromString(post("/tasks", "{\"name\": \"t\", \"task_type\": \"%s\"%s}".formatted(taskType, more))
                .statusCode(201)
                .extract()
                .path("task_id"));
    }

    public JsonPath task(UUID id) {
        return get("/tasks/" + id).statusCode(200).extract().jsonPath();
    }

    /** Looks at a task until it is as wanted. */
    public JsonPath await(UUID id, Predicate<JsonPath> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonPath task = task(id);
            if (wanted.test(task)) {
                return task;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The task did not become as wanted: " + task.prettify());
            }
            Thread.onSpinWait();
        }
    }

    public JsonPath awaitStatus(UUID id, String status) {
        return await(id, task -> status.equals(task.getString("status")));
    }
}
