package io.ymera.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls the public API over HTTP. Safe for use by several threads. */
public final class GatewayClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    private final URI gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param gateway where the gateway is, as in {@code http://127.0.0.1:8000}
     */
    public GatewayClient(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * Registers a user.
     *
     * @throws IOException if the gateway does not answer, or not 201
     */
    public void register(String username, String password) throws IOException, InterruptedException {
        ObjectNode body = json.createObjectNode()
                .put("username", username)
                .put("email", username + "@example.com")
                .put("password", password);
        send("POST", "/api/v1/auth/register", null, body.toString()).require(201);
    }

    /**
     * Logs in.
     *
     * @return the access token
     * @throws IOException if the gateway does not answer, or not 200
     */
    public String login(String username, String password) throws IOException, InterruptedException {
        ObjectNode body = json.createObjectNode().put("username", username).put("password", password);
        return send("POST", "/api/v1/auth/login", null, body.toString())
                .require(200)
                .path("access_token")
                .asText();
    }

    /**
     * Hands in a task.
     *
     * @return its id
     * @throws IOException if the gateway does not answer, or not 201
     */
    public String submit(String token, String name, String taskType, JsonNode parameters)
            throws IOException, InterruptedException {
        ObjectNode body = json.createObjectNode().put("name", name).put("task_type", taskType);
        body.set("parameters", parameters);
        return send("POST", "/api/v1/tasks", token, body.toString())
                .require(201)
                .path("task_id")
                .asText();
    }

    /**
     * A task as it is now.
     *
     * @throws IOException if the gateway does not answer, or not 200
     */
    public JsonNode task(String token, String taskId) throws IOException, InterruptedException {
        return send("GET", "/api/v1/tasks/" + taskId, token, null).require(200);
    }

    /**
     * Follows a task's events from the first on.
     *
     * @return the stream, which reconnects by itself until it is closed
     */
    public TaskStream follow(String token, String taskId) {
        URI socket = URI.create("ws" + gateway.toString().substring("http".length()) + "/api/v1/ws");
        return new TaskStream(http, socket, token, taskId);
    }

    /**
     * Sends any request.
     *
     * @param token sent as a bearer token, if there is one
     * @param body sent as JSON, if there is one
     * @return the answer, whatever its status
     * @throws IOException if there is no answer
     */
    public Answer send(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json, application/problem+json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                method + " " + path,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                parse(response.body()));
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /**
     * What the gateway answered.
     *
     * @param request method and path
     * @param status the HTTP status
     * @param contentType the header, or nothing
     * @param body the JSON, or a missing node
     */
    public record Answer(String request, int status, String contentType, JsonNode body) {

        /**
         * The body, if the status is {@code expected}.
         *
         * @throws IOException if it is another; the message has the problem's code and detail
         */
        public JsonNode require(int expected) throws IOException {
            if (status != expected) {
                throw new IOException("%s answered %d (%s) instead of %d: %s"
                        .formatted(
                                request,
                                status,
                                body.path("code").asText("no code"),
                                expected,
                                body.path("detail").asText(body.path("title").asText("no problem details"))));
            }
            return body;
        }
    }
}
