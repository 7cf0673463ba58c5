package io.ymera.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.e2e.PublicRoutes.Route;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * JSONTestSuite and the Big List of Naughty Strings through every route that takes a body from a user or from anyone: the answer is never
 * our fault, and what is no JSON is never taken.
 */
@ExtendWith(PlatformExtension.class)
class HostileBodiesIT {

    private static final int AT_A_TIME = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    /** They take no body, and whatever comes in its place means nothing. */
    private static final Set<String> WITHOUT_BODY = Set.of("POST /callbacks/secret");

    /** Some of these cost a password's hash or a look-up of a name, so that a part of the list has to do. */
    private static final int OF_COSTLY = 25;

    private static final Path CHECKOUT = Path.of(System.getProperty("ymera.checkout", ".."));
    private static final Path DATA = CHECKOUT.resolve("auth-service/src/test/resources");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** @param name begins with {@code y_} for JSON, {@code n_} for what is none, {@code i_} for what may be either */
    private record Document(String name, byte[] content) {}

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void each_document_as_the_body_of_each_request(Platform platform) throws Exception {
        Client client = Client.register(platform);
        List<Document> documents = documents();
        for (Route route : PublicRoutes.read(CHECKOUT)) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (Document document : documents) {
                requests.add(() -> check(document, route, send(platform, client, route, document.content())));
            }
            run(route.toString(), requests);
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
        Client client = Client.register(platform);
        String later = "\"run_at\": \"%s\"".formatted(Instant.now().plus(Duration.ofDays(30)));
        throughMembers(platform, client, new Route("POST", "/auth/register", false), OF_COSTLY, """
                {"username": "UNIQUE", "email": "UNIQUE@example.org", "password": "a difference engine", "full_name": "N"}
                """);
        throughMembers(platform, client, new Route("POST", "/auth/login", false), OF_COSTLY, """
                {"username": "nobody", "password": "a difference engine", "totp_code": "123456"}
                """);
        throughMembers(platform, client, new Route("POST", "/tasks", true), 1, """
                {"name": "n", "description": "d", "task_type": "test_execution", "priority": "low", "concurrency_key": "k",
                 "parameters": %s, %s}
                """.formatted(Projects.quick(), later));
        throughMembers(platform, client, new Route("POST", "/tasks", true), OF_COSTLY, """
                {"name": "n", "callback_url": "https://example.org/", "task_type": "test_execution", "parameters": %s, %s}
                """.formatted(Projects.quick(), later));
        throughMembers(platform, client, new Route("POST", "/workflows", true), 1, """
                {"name": "n", "steps": [{"name": "ok", "approval": {}}]}
                """);
        throughMembers(platform, client, new Route("POST", "/schedules", true), 1, """
                {"name": "n", "cron": "0 0 1 1 *", "time_zone": "UTC", "overlap": "skip",
                 "task": {"task_type": "test_execution", "concurrency_key": "k", "parameters": %s}}
                """.formatted(Projects.quick()));
        throughMembers(platform, client, new Route("POST", "/users/me/api-keys", true), 1, """
                {"name": "n", "scopes": ["tasks:read"], "expires_in_days": 3}
                """);

        assertThat(wrong).isEmpty();
    }

    @Test
    void each_naughty_string_in_a_query(Platform platform) throws Exception {
        Client client = Client.register(platform);
        for (String query : List.of("/tasks?name=", "/tasks?cursor=", "/workflows?status=", "/schedules?limit=", "/tasks?")) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (String text : naughty(1)) {
                requests.add(() -> {
                    String target = query + URLEncoder.encode(text, UTF_8);
                    HttpResponse<String> answer = send(platform, client, new Route("GET", target, true), new byte[0]);
                    if (answer.statusCode() >= 500) {
                        wrong.add("%s: %d %s".formatted(target, answer.statusCode(), answer.body()));
                    }
                    return answer.statusCode();
                });
            }
            run("GET " + query, requests);
        }

        assertThat(wrong).isEmpty();
    }

    /** Every {@code nth} string in the place of each string of {@code good}. */
    private void throughMembers(Platform platform, Client client, Route route, int nth, String good) throws Exception {
        String valid = good.replace("UNIQUE", "n" + UUID.randomUUID().toString().substring(24));
        System.out.println(route + " as it should be: "
                + send(platform, client, route, valid.getBytes(UTF_8)).body());
        for (JsonPointer member : strings(JSON.readTree(good), JsonPointer.empty())) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (String text : naughty(nth)) {
                requests.add(() -> {
                    String unique = "n" + UUID.randomUUID().toString().substring(24);
                    JsonNode sent = with(JSON.readTree(good.replace("UNIQUE", unique)), member, text);
                    byte[] body = JSON.writeValueAsBytes(sent);
                    HttpResponse<String> answer = send(platform, client, route, body);
                    if (answer.statusCode() >= 500
                            || answer.statusCode() == 201 && !isKept(platform, client, answer, member, text)) {
                        wrong.add("%s with %s as %s: %d %s"
                                .formatted(route, text, member, answer.statusCode(), answer.body()));
                    }
                    return answer.statusCode();
                });
            }
            run(route + " " + member, requests);
        }
    }

    /** Whether what was taken comes back as it was, if it comes back. */
    private boolean isKept(
            Platform platform, Client client, HttpResponse<String> created, JsonPointer member, String text)
            throws IOException, InterruptedException {
        JsonNode task = JSON.readTree(created.body()).path("task_id");
        if (task.isMissingNode()) {
            return true;
        }
        Route found = new Route("GET", "/tasks/" + task.asText(), true);
        JsonNode kept = JSON.readTree(send(platform, client, found, new byte[0]).body()).at(member);
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

    /** Runs {@code requests} a few at a time, and prints how often each status came. */
    private static void run(String what, List<Callable<Integer>> requests) throws Exception {
        Map<Integer, Integer> counts = new TreeMap<>();
        try (ExecutorService some = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            for (Future<Integer> status : some.invokeAll(requests)) {
                counts.merge(status.get(), 1, Integer::sum);
            }
        }
        System.out.println(what + ": " + counts);
    }

    private HttpResponse<String> send(Platform platform, Client client, Route route, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.origin() + "/api/v1" + route.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        body.length == 0 && route.method().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body));
        @Nullable String token = route.forUsers() ? client.token() : null;
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

    private static List<Document> documents() throws IOException {
        try (Stream<String> lines = Files.lines(DATA.resolve("json-test-suite/cases.tsv"))) {
            Stream<Document> listed = lines.map(line -> line.split("\t", -1))
                    .map(parts -> new Document(parts[0], Base64.getDecoder().decode(parts[1])));
            return Stream.concat(listed, deep()).toList();
        }
    }

    private static Stream<Document> deep() {
        return Stream.of(
                new Document("n_structure_100000_opening_arrays", "[".repeat(100_000).getBytes(UTF_8)),
                new Document("n_structure_open_array_object", "[{\"\":".repeat(50_000).getBytes(UTF_8)));
    }

    private static List<String> naughty(int nth) throws IOException {
        String[] all = JSON.readValue(DATA.resolve("blns/blns.json").toFile(), String[].class);
        return IntStream.iterate(0, i -> i < all.length, i -> i + nth)
                .mapToObj(i -> all[i])
                .toList();
    }
}
