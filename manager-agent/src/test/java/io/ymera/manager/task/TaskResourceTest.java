package io.ymera.manager.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.testkit.TokenIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class TaskResourceTest {

    private static final String TYPE = "resource_known";

    private final Client client = Client.user();

    @BeforeEach
    void theTypeIsKnown() throws InterruptedException {
        new ScriptedAgent(TYPE, 1).close();
    }

    @Test
    void anAcceptedTaskIsThere() {
        UUID id = client.submit(TYPE, ", \"description\": \"näïve ☃ 'quoted' <b>\", \"priority\": \"high\"");

        client.get("/tasks/" + id)
                .statusCode(200)
                .body("name", equalTo("t"))
                .body("description", equalTo("näïve ☃ 'quoted' <b>"))
                .body("priority", equalTo("high"))
                // A pass of the dispatcher that had begun may still have seen the agent that left just before
                .body("status", anyOf(equalTo("pending"), equalTo("dispatched")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"make_coffee", "", "a\\u0000b", "Resource_Known", "../tasks"})
    void aTaskOfAnUnknownTypeIsRefusedAndKnownOnesAreNamed(String taskType) {
        client.post("/tasks", "{\"name\": \"t\", \"task_type\": \"%s\"}".formatted(taskType))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown_task_type"))
                .body("detail", containsString(TYPE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"text": 7}             | /parameters/text
                    {"text": "../etc"}      | /parameters/text
                    {"unheard_of": true}    | /parameters
                    []                      | /parameters
                    "text"                  | /parameters
                    """)
    void parametersThatDoNotMatchTheSchemaAreRefusedWithAPointer(String parameters, String pointer) {
        client.post(
                        "/tasks",
                        "{\"name\": \"t\", \"task_type\": \"%s\", \"parameters\": %s}".formatted(TYPE, parameters))
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                                              | /name
                    {"name": " ", "task_type": "resource_known"}                                    | /name
                    {"name": "a\\u0000b", "task_type": "resource_known"}                            | /name
                    {"name": "t"}                                                                   | /task_type
                    {"name": "t", "task_type": "resource_known", "priority": "asap"}                | /priority
                    {"name": "t", "task_type": "resource_known", "version": 0}                      | /version
                    {"name": "t", "task_type": "resource_known", "run_timeout_seconds": 999999999}  | /run_timeout_seconds
                    {"name": "t", "task_type": "resource_known", "run_timeout_seconds": "soon"}     | /run_timeout_seconds
                    {"name": "t", "task_type": "resource_known", "queue_timeout_seconds": 0}        | /queue_timeout_seconds
                    {"name": "t", "task_type": "resource_known", "total_timeout_seconds": -1}       | /total_timeout_seconds
                    {"name": "t", "task_type": "resource_known", "retry": {"max_attempts": 0}}      | /retry/max_attempts
                    {"name": "t", "task_type": "resource_known", "retry": {"max_attempts": 11}}     | /retry/max_attempts
                    {"name": "t", "task_type": "resource_known", "retry": {"first_pause_seconds": 1e300}} | /retry/first_pause_seconds
                    {"name": "t", "task_type": "resource_known", "retry": {"max_pause_seconds": -0.1}} | /retry/max_pause_seconds
                    {"name": "t", "task_type": "resource_known", "retry": {"first_pause_seconds": 9, "max_pause_seconds": 8}} | /retry/max_pause_seconds
                    {"name": "t", "task_type": "resource_known", "retry": 3}                        | /retry
                    {"name": "t", "task_type": "resource_known", "run_at": "tomorrow"}              | /run_at
                    {"name": "t", "task_type": "resource_known", "run_at": "+999999999-01-01T00:00:00Z"} | /run_at
                    {"name": "t", "task_type": "resource_known", "run_at": 1e30}                    | /run_at
                    {"name": "t", "task_type": "resource_known", "concurrency_key": ""}             | /concurrency_key
                    {"name": "t", "task_type": "resource_known", "concurrency_key": "a\\u0000b"}    | /concurrency_key
                    {"name": "t", "task_type": "resource_known", "project_id": "x"}                 | /project_id
                    {"name": "t", "task_type": "resource_known", "callback_url": "ftp://a/b"}       | /callback_url
                    {"name": "t", "task_type": "resource_known", "callback_url": "https:///b"}      | /callback_url
                    {"name": "t", "task_type": "resource_known", "callback_url": "https://u:p@a/b"} | /callback_url
                    {"name": "t", "task_type": "resource_known", "callback_url": "https://a/b\\u0000"} | /callback_url
                    """)
    void whatIsWrongIsNamed(String body, String pointer) {
        client.post("/tasks", body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\": \"t\",}", "not json", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}"})
    void whatIsNotJsonIsRefused(String body) {
        client.post("/tasks", body).statusCode(equalTo(400)).body("code", equalTo("malformed_request"));
    }

    @Test
    void anEmptyBodyIsNoTask() {
        client.post("/tasks", "").statusCode(422).body("code", equalTo("validation_failed"));
    }

    @Test
    void hugeAndDeepParametersNeverBreakTheService() {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);
        String manySegments = "a/".repeat(500_000);

        client.post("/tasks", "{\"name\": \"t\", \"task_type\": \"%s\", \"parameters\": %s}".formatted(TYPE, deep))
                .statusCode(400);
        client.post(
                        "/tasks",
                        "{\"name\": \"t\", \"task_type\": \"%s\", \"parameters\": {\"text\": \"%s\"}}"
                                .formatted(TYPE, manySegments))
                .statusCode(201);
    }

    @Test
    void anotherUsersTaskIsNotThere() {
        UUID id = client.submit(TYPE);

        Client.user().get("/tasks/" + id).statusCode(404).body("code", equalTo("not_found"));
        Client.admin().get("/tasks/" + id).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "..%2f..%2fetc", "1%00"})
    void aTaskThatIsNotThereIsNotFound(String id) {
        client.get("/tasks/" + id).statusCode(not(200)).statusCode(equalTo(404));
    }

    @Test
    void tasksAreListedNewestFirstPageByPage() {
        Client lister = Client.user();
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.addFirst(lister.submit(TYPE).toString());
        }

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            var page = lister.get("/tasks?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.task_id", String.class));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(listed).isEqualTo(submitted);
    }

    @Test
    void aServiceHandsInNoTasks() {
        new Client(TokenIssuer.shared().service("some-agent"))
                .post("/tasks", "{\"name\": \"t\", \"task_type\": \"%s\"}".formatted(TYPE))
                .statusCode(403);
    }
}
