package io.ymera.manager.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class TaskListResourceTest {

    private static final String TYPE = "list_known";
    private static final String OTHER_TYPE = "list_other";
    private static final String LATER = ", \"run_at\": \"2030-01-01T00:00:00Z\"";

    private final Client client = Client.user();

    @BeforeEach
    void theTypesAreKnown() throws InterruptedException {
        new ScriptedAgent(TYPE, 1).close();
        new ScriptedAgent(OTHER_TYPE, 1).close();
    }

    @Test
    void filtersNarrowTheListDown() {
        String project = UUID.randomUUID().toString();
        String plain = client.submit(TYPE, LATER).toString();
        String cancelled = client.submit(TYPE, LATER).toString();
        client.post("/tasks/" + cancelled + "/cancel").statusCode(200);
        String other = client.submit(OTHER_TYPE, LATER).toString();
        String ofProject = client.submit(TYPE, LATER + ", \"project_id\": \"" + project + "\"")
                .toString();
        String named = named("näme % of mine");

        assertThat(list(Map.of())).containsExactly(named, ofProject, other, cancelled, plain);
        assertThat(list(Map.of("status", "cancelled"))).containsExactly(cancelled);
        assertThat(list(Map.of("status", "cancelled,completed"))).containsExactly(cancelled);
        assertThat(list(Map.of("status", "scheduled", "task_type", OTHER_TYPE))).containsExactly(other);
        assertThat(list(Map.of("project_id", project))).containsExactly(ofProject);
        assertThat(list(Map.of("name", "näme %"))).containsExactly(named);
        assertThat(list(Map.of("name", "ame"))).isEmpty();
        assertThat(list(Map.of("name", "%"))).isEmpty();
    }

    @Test
    void timesBoundTheList() {
        String first = client.submit(TYPE, LATER).toString();
        String second = client.submit(TYPE, LATER).toString();
        String created = client.task(UUID.fromString(first)).getString("created_at");

        assertThat(list(Map.of("created_after", created))).containsExactly(second);
        assertThat(list(Map.of("created_before", created))).isEmpty();
        assertThat(list(Map.of("created_after", "0001-01-01T00:00:00Z", "created_before", "9999-12-31T23:59:59Z")))
                .containsExactly(second, first);
        assertThat(list(Map.of("created_after", "9999-12-31T23:59:59Z"))).isEmpty();
    }

    @Test
    void pagesStayWhatTheyAreWhileTasksAreAdded() {
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            before.addFirst(client.submit(TYPE, LATER).toString());
        }

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            var page = client.get("/tasks?status=scheduled&limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.task_id", String.class));
            cursor = page.getString("next_cursor");
            client.submit(TYPE, LATER);
        } while (cursor != null);

        assertThat(listed).isEqualTo(before);
    }

    @Test
    void anAdminSeesAllAndAUserOnlyTheirOwn() {
        String mine = client.submit(TYPE, LATER).toString();

        assertThat(Client.admin()
                        .get("/tasks?limit=1&task_type=" + TYPE)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.task_id", String.class))
                .containsExactly(mine);
        Client.user().get("/tasks").statusCode(200).body("items.task_id", everyItem(not(equalTo(mine))));
    }

    @ParameterizedTest
    @CsvSource({
        "status, open",
        "created_after, yesterday",
        "created_before, 2026-02-30T00:00:00Z",
        "project_id, 7",
        "limit, 0",
        "limit, 1000000",
        "limit, -5",
        "cursor, 7",
        "cursor, ' OR 1=1 --",
        "cursor, 01a20033982871c7a8e7623c2f84fd56"
    })
    void whatIsWrongWithAQueryIsNamed(String parameter, String value) {
        given().auth()
                .oauth2(client.token())
                .queryParam(parameter, value)
                .get("/tasks")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors[0].message", startsWith(parameter + ": "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name=%00", "task_type=a%00b", "status=%00", "cursor=%00", "name=%ff%fe", "created_after=%00"})
    void hostileBytesNeverBreakTheService(String query) {
        int status = given().auth()
                .oauth2(client.token())
                .urlEncodingEnabled(false)
                .get("/tasks?" + query)
                .statusCode();

        assertThat(status).isLessThan(500);
    }

    private List<String> list(Map<String, String> query) {
        return given().auth()
                .oauth2(client.token())
                .queryParams(query)
                .get("/tasks")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.task_id", String.class);
    }

    private String named(String name) {
        return client.post("/tasks", "{\"name\": \"%s\", \"task_type\": \"%s\"%s}".formatted(name, TYPE, LATER))
                .statusCode(201)
                .extract()
                .path("task_id");
    }
}
