package io.ymera.manager.workflow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.report.Attempts;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class WorkflowResourceTest {

    private static final String TYPE = "flow_resource";

    private static final String UNFINISHED = """
            INSERT INTO workflows (id, owner, name, definition, status, created_at)
            SELECT gen_random_uuid(), $1, 'unfinished', '{}', 'running', now() FROM generate_series(1, $2)
            """;

    @Inject
    Claims claims;

    @Inject
    Attempts attempts;

    @Inject
    Pool pool;

    private final Client client = Client.user();

    @BeforeEach
    void theTypeIsKnown() {
        new Worker(TYPE, claims, attempts);
    }

    @Test
    void aStartedWorkflowIsThere() {
        String id = client.post("/workflows", workflow("näïve ☃ <b>"))
                .statusCode(201)
                .body("status", equalTo("running"))
                .header("Location", containsString("/api/v1/workflows/"))
                .extract()
                .path("workflow_id");

        client.get("/workflows/" + id)
                .statusCode(200)
                .body("name", equalTo("näïve ☃ <b>"))
                .body("status", equalTo("running"))
                .body("owner", equalTo(client.subject()))
                .body("definition.steps[0].name", equalTo("a"))
                .body("steps[0].status", equalTo("running"))
                .body("steps[0].task_ids.size()", equalTo(1))
                .body("steps[0].waiting_for.reason", equalTo("tasks"));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        client.post("/workflows", """
                        {"name": "w", "steps": [
                          {"name": "a", "task_type": "make_coffee", "needs": ["zzz"]},
                          {"name": "b", "task_type": "flow_resource", "needs": ["b"], "parameters": {"n": "one"}}]}
                        """)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation_failed"))
                .body("errors.pointer", hasItems("/steps/0/needs/0", "/steps"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "task_type": "make_coffee"                                              | /steps/0/task_type
                    "task_type": "flow_resource", "version": 99                             | /steps/0/version
                    "task_type": "flow_resource", "parameters": {"n": "one"}                | /steps/0/parameters/n
                    "task_type": "flow_resource", "compensate": {"task_type": "tea"}        | /steps/0/compensate/task_type
                    "task_type": "flow_resource", "compensate": {"task_type": "flow_resource", "parameters": {"n": []}} | /steps/0/compensate/parameters/n
                    """)
    void whatNoAgentCanDoIsRefused(String members, String pointer) {
        client.post("/workflows", "{\"name\": \"w\", \"steps\": [{\"name\": \"a\", %s}]}".formatted(members))
                .statusCode(422)
                .body("errors.pointer", hasItem(endsWith(pointer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "not json", "{} {}", "{\"name\": \"a\", \"name\": \"b\"}"})
    void whatIsNotJsonIsRefused(String body) {
        client.post("/workflows", body).statusCode(400).body("code", equalTo("malformed_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"w\"", "{}"})
    void whatIsNoWorkflowIsRefused(String body) {
        client.post("/workflows", body).statusCode(422).body("code", equalTo("validation_failed"));
    }

    @Test
    void hugeAndDeepDefinitionsNeverBreakTheService() {
        client.post("/workflows", workflow("w").replace("{\"n\": 1}", "{\"x\": \"" + "x".repeat(1_100_000) + "\"}"))
                .statusCode(413);
        client.post("/workflows", workflow("w").replace("{\"n\": 1}", "[".repeat(50_000) + "]".repeat(50_000)))
                .statusCode(400);
        client.post(
                        "/workflows",
                        workflow("w")
                                .replace("{\"n\": 1}", "{\"x\": %s7%s}".formatted("[".repeat(900), "]".repeat(900))))
                .statusCode(201);
        client.post("/workflows", workflow("w").replace("{\"n\": 1}", "{\"\\u0000\": \"\\u0000 \\ud800\"}"))
                .statusCode(201);
    }

    @Test
    void aRequestThatIsSentTwiceStartsOneWorkflow() {
        String key = "key-" + client.subject();
        var first = startWithKey(key, workflow("once")).statusCode(201).extract();
        var second = startWithKey(key, workflow("once")).statusCode(201).extract();

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        startWithKey(key, workflow("other")).statusCode(422);
        startWithKey("not a key", workflow("once")).statusCode(400);
        client.get("/workflows").body("items.size()", equalTo(1));
    }

    private ValidatableResponse startWithKey(String key, String body) {
        return given().auth()
                .oauth2(client.token())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/workflows")
                .then();
    }

    @Test
    void whoHasTooManyUnfinishedWorkflowsIsToldToComeBackLater() {
        pool.preparedQuery(UNFINISHED).executeAndAwait(Tuple.of(client.subject(), 1_000));

        client.post("/workflows", workflow("one more"))
                .statusCode(429)
                .body("code", equalTo("too_many_requests"))
                .header("Retry-After", equalTo("30"));
        pool.preparedQuery("UPDATE workflows SET status = 'completed' WHERE owner = $1")
                .executeAndAwait(Tuple.of(client.subject()));

        start("there is room again");
    }

    @Test
    void anotherUsersWorkflowIsNotThere() {
        String id = start("w");

        Client.user().get("/workflows/" + id).statusCode(404).body("code", equalTo("not_found"));
        Client.user().post("/workflows/" + id + "/cancel", "").statusCode(404);
        Client.admin().get("/workflows/" + id).statusCode(200);
        Client.admin().post("/workflows/" + id + "/cancel", "").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "..%2f..%2fetc", "1%00"})
    void aWorkflowThatIsNotThereIsNotFound(String id) {
        client.get("/workflows/" + id).statusCode(404);
        client.post("/workflows/" + id + "/cancel", "").statusCode(404);
        client.post("/workflows/" + id + "/steps/a/approve", "").statusCode(404);
    }

    @Test
    void aWorkflowThatHasEndedIsNotCancelled() {
        Flow flow = Flow.start(client, TYPE, "{\"name\": \"s\", \"task_type\": \"TYPE\", \"for_each\": []}");

        client.post("/workflows/" + flow.id() + "/cancel", "")
                .statusCode(409)
                .body("detail", containsString("completed"));
        client.post("/workflows/" + flow.id() + "/cancel", "{\"reason\": \"\\u0000\"}")
                .statusCode(422);
    }

    @Test
    void workflowsAreListedNewestFirstPageByPageAndByWhatIsAskedFor() {
        List<String> started = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            started.addFirst(start("list " + i));
        }
        client.post("/workflows/" + started.getFirst() + "/cancel", "").statusCode(200);

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            var page = client.get("/workflows?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.workflow_id", String.class));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(listed).isEqualTo(started);
        client.get("/workflows?name=list 3").body("items.workflow_id", equalTo(List.of(started.get(1))));
        client.get("/workflows?status=running,failed").body("items.size()", equalTo(4));
        client.get("/workflows?status=completed").body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=201",
                "?limit=x",
                "?cursor=x",
                "?awaiting_me=1",
                "?status=nonsense",
                "?status=%00",
                "?name=%00",
                "?awaiting_me=true&cursor=%27"
            })
    void whatCanNotBeAskedForIsRefused(String query) {
        int status = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(client.token())
                .get("/workflows" + query)
                .statusCode();

        assertThat(status).isEqualTo(422);
    }

    @Test
    void aServiceHasNoWorkflows() {
        Client service = new Client(TokenIssuer.shared().service("some-agent"));

        service.post("/workflows", workflow("w")).statusCode(403);
        service.get("/workflows").statusCode(403);
        service.post("/workflows/" + start("w") + "/steps/a/approve", "").statusCode(403);
    }

    private String start(String name) {
        return client.post("/workflows", workflow(name))
                .statusCode(201)
                .extract()
                .path("workflow_id");
    }

    private static String workflow(String name) {
        return """
                {"name": "%s", "steps": [{"name": "a", "task_type": "flow_resource", "parameters": {"n": 1}}]}
                """.formatted(name);
    }
}
