package io.ymera.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.e2e.Hostile.Document;
import io.ymera.e2e.PublicRoutes.Caller;
import io.ymera.e2e.PublicRoutes.Route;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * JSONTestSuite and the Big List of Naughty Strings through every route that takes a body from anyone, users or services: the answer is never
 * our fault, and what is no JSON is never taken.
 */
@ExtendWith(PlatformExtension.class)
class HostileBodiesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    /** They take no body, and whatever comes in its place means nothing. */
    private static final Set<String> WITHOUT_BODY = Set.of("POST /callbacks/secret");

    /** Some of these cost a password's hash or a look-up of a name, so that a part of the list has to do. */
    private static final int OF_COSTLY = 25;
    /** Failures count: after 50 from one address it has to wait. */
    private static final int OF_LOGINS = 60;
    /** A user may have 200. */
    private static final int OF_SCHEDULES = 3;
    /** A user may have 50. */
    private static final int OF_KEYS = 12;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** Who asks: a user, and a service by its token. */
    private record Callers(Client user, String service) {}

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void each_document_as_the_body_of_each_request(Platform platform) throws Exception {
        Callers callers = new Callers(
                Client.register(platform), ServiceClient.of(platform).token(http));
        List<Document> documents = Hostile.documents();
        for (Route route : PublicRoutes.read(Hostile.CHECKOUT)) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (Document document : documents) {
                requests.add(() -> check(document, route, send(platform, callers, route, document.content())));
            }
            Hostile.run(route.toString(), requests);
        }

        assertThat(wrong).isEmpty();
    }

    private int check(Document document, Route route, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean taken = status < 300 && !WITHOUT_BODY.contains(route.toString());
        if (status >= 500 || taken && (document.name().startsWith("n_") || !isObject(document.content()))) {
            wrong.add("%s with %s: %d %s".formatted(route, document.name(), status, answer.body()));
        }
        return status;
    }

    @Test
    void each_naughty_string_as_each_member(Platform platform) throws Exception {
        String later = "\"run_at\": \"%s\"".formatted(Instant.now().plus(Duration.ofDays(30)));
        throughMembers(platform, new Route("POST", "/auth/register", Caller.ANYONE), OF_COSTLY, """
                {"username": "UNIQUE", "email": "UNIQUE@example.org", "password": "a difference engine", "full_name": "N"}
                """);
        throughMembers(platform, new Route("POST", "/auth/login", Caller.ANYONE), OF_LOGINS, """
                {"username": "UNIQUE", "password": "a difference engine", "totp_code": "123456"}
                """);
        throughMembers(platform, new Route("POST", "/tasks", Caller.USERS), 1, """
                {"name": "n", "description": "d", "task_type": "test_execution", "priority": "low", "concurrency_key": "k",
                 "parameters": %s, %s}
                """.formatted(Projects.quick(), later));
        throughMembers(
                platform, new Route("POST", "/tasks", Caller.USERS), OF_COSTLY, """
                {"name": "n", "callback_url": "https://example.org/", "task_type": "test_execution", "parameters": %s, %s}
                """.formatted(Projects.quick(), later));
        throughMembers(platform, new Route("POST", "/workflows", Caller.USERS), 1, """
                {"name": "n", "steps": [{"name": "ok", "approval": {}}]}
                """);
        throughMembers(
                platform, new Route("POST", "/schedules", Caller.USERS), OF_SCHEDULES, """
                {"name": "n", "cron": "0 0 1 1 *", "time_zone": "UTC", "overlap": "skip",
                 "task": {"task_type": "test_execution", "concurrency_key": "k", "parameters": %s}}
                """.formatted(Projects.quick()));
        throughMembers(platform, new Route("POST", "/users/me/api-keys", Caller.USERS), OF_KEYS, """
                {"name": "n", "scopes": ["tasks:read"], "expires_in_days": 3}
                """);

        assertThat(wrong).isEmpty();
    }

    @Test
    void each_naughty_string_in_a_query(Platform platform) throws Exception {
        Callers callers = new Callers(Client.register(platform), "");
        for (String query :
                List.of("/tasks?name=", "/tasks?cursor=", "/workflows?status=", "/schedules?limit=", "/tasks?")) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (String text : Hostile.naughty(1)) {
                requests.add(() -> {
                    String target = query + URLEncoder.encode(text, UTF_8);
                    HttpResponse<String> answer =
                            send(platform, callers, new Route("GET", target, Caller.USERS), new byte[0]);
                    if (answer.statusCode() >= 500) {
                        wrong.add("%s: %d %s".formatted(target, answer.statusCode(), answer.body()));
                    }
                    return answer.statusCode();
                });
            }
            Hostile.run("GET " + query, requests);
        }

        assertThat(wrong).isEmpty();
    }

    /** Every {@code nth} string in the place of each string of {@code good}, each time by another user. */
    private void throughMembers(Platform platform, Route route, int nth, String good) throws Exception {
        HttpResponse<String> answered =
                send(platform, newUser(platform), route, unique(good).getBytes(UTF_8));
        assertThat(answered.statusCode())
                .as("%s as it should be: %s", route, answered.body())
                .isIn(route.path().equals("/auth/login") ? Set.of(401) : Set.of(200, 201, 202));
        for (JsonPointer member : strings(JSON.readTree(good), JsonPointer.empty())) {
            Callers callers = newUser(platform);
            List<Callable<Integer>> requests = new ArrayList<>();
            for (String text : Hostile.naughty(nth)) {
                requests.add(() -> {
                    JsonNode sent = with(JSON.readTree(unique(good)), member, text);
                    HttpResponse<String> answer = send(platform, callers, route, JSON.writeValueAsBytes(sent));
                    if (answer.statusCode() >= 500
                            || answer.statusCode() == 201 && !isKept(platform, callers, answer, member, text)) {
                        wrong.add("%s with %s as %s: %d %s"
                                .formatted(route, text, member, answer.statusCode(), answer.body()));
                    }
                    return answer.statusCode();
                });
            }
            Hostile.run(route + " " + member, requests);
        }
    }

    private static String unique(String body) {
        return body.replace("UNIQUE", "n" + UUID.randomUUID().toString().substring(24));
    }

    /** One who may have callbacks. */
    private static Callers newUser(Platform platform) throws IOException, InterruptedException {
        Client user = Client.register(platform);
        user.gateway()
                .send("POST", "/api/v1/callbacks/secret", user.token(), null)
                .require(201);
        return new Callers(user, "");
    }

    /** Whether what was taken comes back as it was, if it comes back. */
    private boolean isKept(
            Platform platform, Callers callers, HttpResponse<String> created, JsonPointer member, String text)
            throws IOException, InterruptedException {
        JsonNode task = JSON.readTree(created.body()).path("task_id");
        if (task.isMissingNode()) {
            return true;
        }
        Route found = new Route("GET", "/tasks/" + task.asText(), Caller.USERS);
        JsonNode kept = JSON.readTree(
                        send(platform, callers, found, new byte[0]).body())
                .at(member);
        return kept.isMissingNode() || kept.asText().equals(text);
    }

    private static List<JsonPointer> strings(JsonNode node, JsonPointer at) {
        List<JsonPointer> found = new ArrayList<>();
        if (node.isTextual()) {
            found.add(at);
        }
        if (node.isObject()) {
            node.properties().forEach(member -> {
                // What an agent makes of its input is not what this is about
                if (!member.getKey().equals("parameters")) {
                    found.addAll(strings(member.getValue(), at.appendProperty(member.getKey())));
                }
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(strings(node.get(i), at.appendIndex(i)));
        }
        return found;
    }

    private static JsonNode with(JsonNode good, JsonPointer member, String text) {
        JsonNode parent = good.at(member.head());
        if (parent instanceof ObjectNode object) {
            object.put(member.last().getMatchingProperty(), text);
        } else {
            ((ArrayNode) parent).set(member.last().getMatchingIndex(), text);
        }
        return good;
    }

    private HttpResponse<String> send(Platform platform, Callers callers, Route route, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.origin() + "/api/v1" + route.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        body.length == 0 && route.method().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body));
        @Nullable
        String token =
                switch (route.caller()) {
                    case ANYONE -> null;
                    case USERS -> callers.user().token();
                    case SERVICES -> callers.service();
                };
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static boolean isObject(byte[] content) {
        try {
            return JSON.readTree(content).isObject();
        } catch (JacksonException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
