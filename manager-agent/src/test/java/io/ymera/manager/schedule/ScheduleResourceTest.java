package io.ymera.manager.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.testkit.TokenIssuer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class ScheduleResourceTest {

    private static final String NEW_YEAR = """
            {"name": "yearly", "cron": "0 0 1 1 *", "time_zone": "Europe/Berlin", "max_runs": 7,
             "task": {"task_type": "schedule_known", "parameters": {"text": "abc"}, "priority": "low",
                      "retry": {"max_attempts": 2}, "concurrency_key": "k"}}""";

    private final Client client = Client.user();

    private static boolean known;

    @BeforeEach
    void theTypeIsKnown() throws InterruptedException {
        if (!known) {
            new ScriptedAgent("schedule_known", 1).close();
            known = true;
        }
    }

    @Test
    void aScheduleSaysWhenItRuns() {
        String id = create(client);

        client.get("/schedules/" + id)
                .statusCode(200)
                .body("name", equalTo("yearly"))
                .body("status", equalTo("active"))
                .body("cron", equalTo("0 0 1 1 *"))
                .body("next_run_at", endsWith("-12-31T23:00:00Z"))
                .body("overlap", equalTo("skip"))
                .body("catch_up", equalTo("none"))
                .body("runs", equalTo(0))
                .body("last_task_id", nullValue())
                .body("task.task_type", equalTo("schedule_known"))
                .body("task.parameters.text", equalTo("abc"))
                .body("task.retry.max_attempts", equalTo(2));
    }

    @Test
    void aRepeatedRequestMakesOneSchedule() {
        Client owner = Client.user();

        String first = owner.postOnce("k", "/schedules", NEW_YEAR)
                .statusCode(201)
                .extract()
                .asString();
        String second = owner.postOnce("k", "/schedules", NEW_YEAR)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", containsString("/api/v1/schedules/"))
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        owner.get("/schedules").body("items.size()", equalTo(1));
        owner.postOnce("k", "/schedules", NEW_YEAR.replace("yearly", "other")).statusCode(422);
    }

    @Test
    void aScheduleIsChangedMemberByMember() {
        String id = create(client);

        patch(client, id, "{\"cron\": \"@hourly\", \"max_runs\": null, \"task\": {\"parameters\": {\"text\": \"x\"}}}")
                .statusCode(200)
                .body("cron", equalTo("@hourly"))
                .body("max_runs", nullValue())
                .body("next_run_at", endsWith(":00:00Z"))
                .body("task.parameters.text", equalTo("x"))
                .body("task.priority", equalTo("low"))
                .body("name", equalTo("yearly"));
        patch(client, id, "{\"paused\": true}")
                .statusCode(200)
                .body("status", equalTo("paused"))
                .body("next_run_at", nullValue());
        patch(client, id, "{\"paused\": false}")
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("next_run_at", notNullValue());
    }

    @Test
    void aScheduleThatIsDeletedIsGone() {
        String id = create(client);

        delete(client, id).statusCode(204);

        client.get("/schedules/" + id).statusCode(404);
        delete(client, id).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x", "cursor=%27"})
    void aPageThatThereCanNotBeIsRefusedByName(String query) {
        client.get("/schedules?" + query)
                .statusCode(422)
                .body("errors[0].message", containsString(query.substring(0, query.indexOf('='))));
    }

    @Test
    void schedulesAreListedNewestFirstPageByPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.addFirst(create(client));
        }

        var first = client.get("/schedules?limit=2").statusCode(200).extract().jsonPath();
        var second = client.get("/schedules?limit=2&cursor=" + first.getString("next_cursor"))
                .statusCode(200)
                .body("next_cursor", nullValue())
                .extract()
                .jsonPath();

        assertThat(first.getList("items.schedule_id", String.class)).isEqualTo(made.subList(0, 2));
        assertThat(second.getList("items.schedule_id", String.class)).isEqualTo(made.subList(2, 3));
    }

    @Test
    void anotherUsersScheduleIsNotThere() {
        String id = create(client);
        Client other = Client.user();

        other.get("/schedules/" + id).statusCode(404);
        patch(other, id, "{\"name\": \"mine\"}").statusCode(404);
        delete(other, id).statusCode(404);
        other.get("/schedules").statusCode(200).body("items", equalTo(List.of()));
        Client.admin().get("/schedules/" + id).statusCode(200);
        patch(Client.admin(), id, "{\"paused\": true}").statusCode(200);
        new Client(TokenIssuer.shared().service("some-agent"))
                .get("/schedules/" + id)
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "name": ""                          | /name
                    "name": "a\\u0000b"                 | /name
                    "cron": "* * *"                     | /cron
                    "cron": "0 0 31 2 *"                | /cron
                    "cron": "61 * * * *"                | /cron
                    "cron": null                        | /cron
                    "cron": 7                           | /cron
                    "time_zone": "Mars/Olympus"         | /time_zone
                    "time_zone": "+02:00"               | /time_zone
                    "time_zone": "../../etc/passwd"     | /time_zone
                    "time_zone": "\\u0000"              | /time_zone
                    "overlap": "maybe"                  | /overlap
                    "catch_up": "all"                   | /catch_up
                    "max_runs": 0                       | /max_runs
                    "max_runs": 99999999999             | /max_runs
                    "ends_at": "2020-01-01T00:00:00Z"   | /ends_at
                    "ends_at": "+999999999-01-01T00:00:00Z" | /ends_at
                    "ends_at": "tomorrow"               | /ends_at
                    "task": null                        | /task
                    "task": {}                          | /task/task_type
                    "task": {"task_type": "schedule_known", "parameters": {"text": 7}}      | /task/parameters/text
                    "task": {"task_type": "schedule_known", "run_timeout_seconds": 0}       | /task/run_timeout_seconds
                    "task": {"task_type": "schedule_known", "retry": {"max_attempts": 99}}  | /task/retry/max_attempts
                    "task": {"task_type": "schedule_known", "retry": {"first_pause_seconds": 2, "max_pause_seconds": 1}} | /task/retry/max_pause_seconds
                    "task": {"task_type": "schedule_known", "retry": {"first_pause_seconds": -1}} | /task/retry/first_pause_seconds
                    "task": {"task_type": "schedule_known", "concurrency_key": ""}          | /task/concurrency_key
                    "task": {"task_type": "schedule_known", "concurrency_key": "\\u0000"}   | /task/concurrency_key
                    "task": {"task_type": "schedule_known", "version": 0}                   | /task/version
                    "task": {"task_type": "schedule_known", "project_id": "x"}              | /task/project_id
                    """)
    void whatIsWrongIsNamed(String member, String pointer) {
        String others = """
                "name": "n", "cron": "@daily", "task": {"task_type": "schedule_known"}""";
        String kept = others.lines()
                .flatMap(line -> List.of(line.split(", (?=\")")).stream())
                .filter(other -> !other.startsWith(member.substring(0, member.indexOf(':'))))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        String id = create(client);

        client.post("/schedules", "{%s, %s}".formatted(kept, member))
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
        patch(client, id, "{%s}".formatted(member)).statusCode(anyOf(equalTo(422), equalTo(200)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "7", "\"x\"", "{\"cron\": {\"a\": 1}}", "{\"task\": 7}", "{\"task\": {\"retry\": []}}"})
    void aPatchThatIsNoneIsRefused(String patch) {
        patch(client, create(client), patch).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": 1, \"a\": 2}", "{} {}"})
    void whatIsNotJsonIsRefused(String body) {
        patch(client, create(client), body).statusCode(400);
        client.post("/schedules", body).statusCode(400);
    }

    @Test
    void anUnknownTypeIsRefused() {
        client.post("/schedules", NEW_YEAR.replace("schedule_known", "make_coffee"))
                .statusCode(422)
                .body("code", equalTo("unknown_task_type"));
    }

    @Test
    void largeParametersAreRefused() {
        client.post("/schedules", NEW_YEAR.replace("abc", "a".repeat(300_000)))
                .statusCode(413)
                .body("detail", containsString("262144"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "1%00"})
    void aScheduleThatIsNotThereIsNotFound(String id) {
        client.get("/schedules/" + id).statusCode(404);
        delete(client, id).statusCode(404);
    }

    private static String create(Client client) {
        return client.post("/schedules", NEW_YEAR)
                .statusCode(201)
                .header("Location", containsString("/api/v1/schedules/"))
                .extract()
                .path("schedule_id");
    }

    private static ValidatableResponse patch(Client client, String id, String body) {
        return given().auth()
                .oauth2(client.token())
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/schedules/" + id)
                .then();
    }

    private static ValidatableResponse delete(Client client, String id) {
        return given().auth().oauth2(client.token()).delete("/schedules/" + id).then();
    }
}
