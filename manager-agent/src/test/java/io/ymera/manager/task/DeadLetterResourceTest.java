package io.ymera.manager.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins do about tasks that have failed. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class DeadLetterResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Failed at minute n of the year 2001, each of a type of its own and the last with another code. */
    private static final String FAILED = """
            INSERT INTO tasks (id, owner, name, task_type, parameters, priority, status, run_timeout_s, max_attempts,
                               created_at, available_at, finished_at, attempt, failed_attempts, failure, event_sequence)
            SELECT gen_random_uuid(), $1, 'dead', $2, '{}', 1, 'failed', 900, 3, '2001-01-01Z', '2001-01-01Z',
                   timestamptz '2001-01-01Z' + n * interval '1 minute', 3, 3,
                   json_build_object('code', CASE n WHEN $3 THEN 'rare' ELSE 'broken' END, 'message', 'm', 'retryable', true), 4
              FROM generate_series(1, $3) AS n
            RETURNING id
            """;

    private final Client admin = Client.admin();
    private final String owner = UUID.randomUUID().toString();
    private final String type = "dead_" + owner.replace("-", "");

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool pool;

    @AfterEach
    void remove() {
        execute("DELETE FROM tasks WHERE owner = $1", owner);
    }

    @Test
    void failedTasksAreListedPageByPageWithTheReason() {
        List<UUID> failed = failed(5);

        List<UUID> listed = new ArrayList<>();
        String cursor = null;
        do {
            var page = admin.get(
                            "/tasks/dead-letters?limit=2&owner=" + owner + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .body("items[0].owner", equalTo(owner))
                    .body("items[0].failure.message", equalTo("m"))
                    .body("items[0].status", equalTo("failed"))
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.task_id", UUID.class));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(failed);
    }

    @ParameterizedTest
    @CsvSource({
        "failure_code=rare, 1",
        "failure_code=broken, 4",
        "failure_code=none, 0",
        "task_type=none, 0",
        "since=2001-01-01T00:02:00Z, 4",
        "until=2001-01-01T00:02:00Z, 1",
        "since=2001-01-01T00:02:00Z&until=2001-01-01T00:03:00Z, 1"
    })
    void filtersNarrowTheListDown(String filter, int count) {
        failed(5);

        admin.get("/tasks/dead-letters?owner=" + owner + "&" + filter)
                .statusCode(200)
                .body("items", hasSize(count))
                .body("next_cursor", nullValue());
    }

    @Test
    void namedTasksAreQueuedAgainOnceAndOthersAreSkipped() {
        List<UUID> failed = failed(3);
        execute("UPDATE tasks SET status = 'completed' WHERE id = $1", failed.get(0));
        execute("UPDATE tasks SET workflow_id = id WHERE id = $1", failed.get(1));
        String body = "{\"task_ids\": [\"%s\", \"%s\", \"%s\", \"%s\", \"%s\"]}"
                .formatted(failed.get(0), failed.get(1), failed.get(2), failed.get(2), UUID.randomUUID());

        admin.post("/tasks/redrive", body)
                .statusCode(200)
                .body("redriven", equalTo(1))
                .body("skipped", equalTo(3));
        admin.post("/tasks/redrive", body).statusCode(200).body("redriven", equalTo(0));

        admin.get("/tasks/" + failed.get(2))
                .body("status", equalTo("pending"))
                .body("failure", nullValue())
                .body("attempt", equalTo(3));
        assertThat(execute("SELECT failed_attempts + lost_agents FROM tasks WHERE id = $1", failed.get(2)))
                .containsExactly(0);
    }

    @Test
    void manyAreQueuedAgainByAFilterInSeveralTransactions() {
        failed(1_201);

        admin.post(
                        "/tasks/redrive",
                        "{\"owner\": \"%s\", \"failure_code\": \"broken\", \"limit\": 1100}".formatted(owner))
                .statusCode(200)
                .body("redriven", equalTo(1_100));
        admin.post("/tasks/redrive", "{\"owner\": \"%s\"}".formatted(owner))
                .statusCode(200)
                .body("redriven", equalTo(101));

        assertThat(execute(
                        "SELECT count(*)::int FROM task_events JOIN tasks ON id = task_id WHERE owner = $1 AND type = 'task.redriven'",
                        owner))
                .containsExactly(1_201);
        assertThat(execute("SELECT count(DISTINCT fair_tag)::int FROM tasks WHERE owner = $1", owner))
                .containsExactly(1_201);
    }

    @Test
    void onlyAdminsMay() {
        Client.user().get("/tasks/dead-letters").statusCode(403);
        Client.user().post("/tasks/redrive", "{\"limit\": 1}").statusCode(403);
        given().get("/tasks/dead-letters").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ids\": [\"01a20033-9828-71c7-a8e7-623c2f84fd56\"]}",
                "{\"task_ids\": []}",
                "{\"task_ids\": [null]}",
                "{\"task_ids\": [\"x\"]}",
                "{\"task_ids\": [\"01a20033-9828-71c7-a8e7-623c2f84fd56\"], \"limit\": 1}",
                "{\"task_ids\": [\"01a20033-9828-71c7-a8e7-623c2f84fd56\"], \"owner\": \"a\"}",
                "{\"limit\": 0}",
                "{\"limit\": 10001}",
                "{\"owner\": \"a\\u0000\"}",
                "{\"since\": \"never\"}",
                "{\"since\": \"+999999999-01-01T00:00:00Z\"}",
                "[]"
            })
    void aRedriveThatSaysNothingSensibleIsRefused(String body) {
        admin.post("/tasks/redrive", body).statusCode(422).body("code", equalTo("validation_failed"));
    }

    @ParameterizedTest
    @CsvSource({"since, x", "until, 7", "limit, 0", "cursor, x"})
    void whatIsWrongWithAQueryIsNamed(String parameter, String value) {
        admin.get("/tasks/dead-letters?" + parameter + "=" + value)
                .statusCode(422)
                .body("errors[0].message", startsWith(parameter + ": "));
    }

    private List<UUID> failed(int count) {
        return pool.preparedQuery(FAILED).execute(Tuple.of(owner, type, count)).await().atMost(PATIENCE).stream()
                .map(row -> row.getUUID(0))
                .toList();
    }

    private List<Integer> execute(String sql, Object parameter) {
        return pool.preparedQuery(sql).execute(Tuple.of(parameter)).await().atMost(PATIENCE).stream()
                .map(row -> row.getInteger(0))
                .toList();
    }
}
