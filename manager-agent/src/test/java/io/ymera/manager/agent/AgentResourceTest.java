package io.ymera.manager.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class AgentResourceTest {

    /** Each test has services of its own, because the roster outlives it. */
    private final Client owner = Client.service("owner-" + UUID.randomUUID());

    private final Client stranger = Client.service("stranger-" + UUID.randomUUID());
    private final Client admin = Client.admin();

    private final Map<String, Client> registered = new LinkedHashMap<>();

    @Inject
    DataSource database;

    /** So that none goes silent while a later test counts what is written. */
    @AfterEach
    void allLeave() {
        registered.forEach(
                (agent, service) -> service.delete("/agents/" + agent).statusCode(204));
    }

    @Test
    void aDrainedAgentIsToldAndComesBackWhenItMay() {
        String agent = register(owner, "");

        owner.patch("/agents/" + agent, "{\"status\": \"draining\"}")
                .statusCode(200)
                .body("status", equalTo("draining"))
                .body("drain", equalTo(true));
        boolean told = beat(agent, "online", 2, 0).getBoolean("drain");
        String whileDrained = status(agent);
        admin.patch("/agents/" + agent, "{\"status\": \"online\"}")
                .statusCode(200)
                .body("drain", equalTo(false));
        boolean toldAgain = beat(agent, "draining", 2, 0).getBoolean("drain");
        String stillDraining = status(agent);
        beat(agent, "online", 2, 0);

        assertThat(told).isTrue();
        assertThat(whileDrained).isEqualTo("draining");
        assertThat(toldAgain).isFalse();
        assertThat(stillDraining).isEqualTo("draining");
        assertThat(status(agent)).isEqualTo("online");
    }

    @Test
    void slotsAreNeverMoreThanSomebodyAllows() {
        String agent = register(owner, "");
        Integer unlimited = beat(agent, "online", 8, 0).get("slots_limit");

        admin.patch("/agents/" + agent, "{\"slots\": 1}").statusCode(200).body("slots", equalTo(1));
        Integer told = beat(agent, "online", 8, 0).get("slots_limit");
        int limited = slots(agent);
        admin.patch("/agents/" + agent, "{\"slots\": 5}").statusCode(200);
        beat(agent, "online", 8, 0);

        assertThat(unlimited).isNull();
        assertThat(told).isEqualTo(1);
        assertThat(limited).isEqualTo(1);
        assertThat(slots(agent)).isEqualTo(5);
    }

    @Test
    void anAgentThatRegistersAgainWithItsInstanceIdIsTheSame() {
        String instance = ", \"instance\": \"%s\"".formatted(UUID.randomUUID());
        String agent = register(owner, instance);
        owner.patch("/agents/" + agent, "{\"status\": \"draining\", \"slots\": 1}")
                .statusCode(200);

        String again = register(owner, instance);
        String anotherOwners = register(stranger, instance);

        assertThat(again).isEqualTo(agent);
        assertThat(anotherOwners).isNotEqualTo(agent);
        owner.get("/agents/" + agent)
                .body("status", equalTo("draining"))
                .body("drain", equalTo(true))
                .body("slots", equalTo(1));
    }

    @Test
    void anotherServicesAgentIsNotThere() {
        String agent = register(owner, "");

        stranger.get("/agents/" + agent).statusCode(404).body("code", equalTo("not_found"));
        stranger.patch("/agents/" + agent, "{\"slots\": 1}").statusCode(404);
        stranger.delete("/agents/" + agent).statusCode(404);
        stranger.post("/agents/" + agent + "/heartbeat", "{\"status\": \"online\", \"slots\": 1, \"in_use\": 0}")
                .statusCode(404);
        stranger.get("/agents").statusCode(200).body("items.agent_id", not(contains(agent)));
        Client.user().get("/agents/" + agent).statusCode(403);
        Client.user().patch("/agents/" + agent, "{\"slots\": 1}").statusCode(403);

        assertThat(slots(agent)).isEqualTo(2);
    }

    @Test
    void anAdminTakesAnAgentOffTheRoster() {
        String agent = register(owner, "");

        admin.delete("/agents/" + agent).statusCode(204);

        assertThat(status(agent)).isEqualTo("offline");
    }

    @Test
    void agentsAreListedPageByPage() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add(register(owner, ""));
        }

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = owner.get("/agents?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.agent_id", String.class));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void whatAnAgentSaysOfItselfIsShown() {
        String agent = register(owner, ", \"delivery\": \"http\"");
        owner.get("/agents/" + agent).body("in_use", nullValue());

        beat(agent, "online", 4, 3);

        admin.get("/agents/" + agent)
                .statusCode(200)
                .body("in_use", equalTo(3))
                .body("slots", equalTo(4))
                .body("delivery", equalTo("http"))
                .body("capabilities.name", contains("roster_type"))
                .body("capabilities.version", contains(1));
    }

    /** An attempt that has ended is named until its end is confirmed; meanwhile the next one may be here already. */
    @Test
    void ofTwoAttemptsAtATaskOnlyTheStaleOneIsNotWanted() {
        String agent = register(owner, "roster_retry", ", \"delivery\": \"http\"");
        UUID task = Client.user().submit("roster_retry");
        String first = lease(agent);
        owner.post("/tasks/%s/attempts/1/release".formatted(task), with(first, "\"reason\": \"I am tired\""))
                .statusCode(200);
        String second = lease(agent);

        JsonPath both = beat(agent, first, second);
        JsonPath beforeItKnowsOfTheSecond = beat(agent, first);
        owner.post("/tasks/%s/attempts/2/complete".formatted(task), with(second, "\"result\": {}"))
                .statusCode(200);
        JsonPath afterTheEnd = beat(agent, first, second);

        assertThat(both.getList("superseded.attempt")).containsExactly(1);
        assertThat(both.getList("cancelled")).isEmpty();
        assertThat(beforeItKnowsOfTheSecond.getList("superseded.attempt")).containsExactly(1);
        assertThat(beforeItKnowsOfTheSecond.getList("cancelled")).isEmpty();
        assertThat(afterTheEnd.getList("superseded.attempt")).containsExactly(1, 2);
        assertThat(afterTheEnd.getList("cancelled")).containsExactly(task.toString());
    }

    @Test
    void ofATaskThatAnotherAgentHasNothingIsWanted() {
        String agent = register(owner, "roster_elsewhere", ", \"delivery\": \"http\"");
        UUID task = Client.user().submit("roster_elsewhere");
        String first = lease(agent);
        owner.post("/tasks/%s/attempts/1/release".formatted(task), with(first, "\"reason\": \"I am tired\""))
                .statusCode(200);
        lease(register(owner, "roster_elsewhere", ", \"delivery\": \"http\""));

        JsonPath reply = beat(agent, first);

        assertThat(reply.getList("superseded.attempt")).containsExactly(1);
        assertThat(reply.getList("cancelled")).containsExactly(task.toString());
    }

    /** A statement that writes a row needs a transaction id, so when none was given out, nothing was written. */
    @Test
    void heartbeatsWriteNothingToPostgres() throws SQLException {
        List<String> agents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            agents.add(register(owner, ""));
        }
        agents.forEach(agent -> beat(agent, "online", 2, 0));
        int heartbeats = 300;

        long before = nextTransactionId();
        String rows = rowVersions(agents);
        for (int i = 0; i < heartbeats; i++) {
            beat(agents.get(i % agents.size()), "online", 2, i % 3);
        }
        long given = nextTransactionId() - before;
        String rowsAfter = rowVersions(agents);
        beat(agents.getFirst(), "draining", 2, 0);

        assertThat(rowsAfter).isEqualTo(rows);
        // Not zero: autovacuum works on the same server
        assertThat(given).as("transactions that wrote").isLessThan(heartbeats / 10);
        assertThat(rowVersions(agents)).isNotEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}
                    null
                    []
                    {"status": "offline"}
                    {"status": "asleep"}
                    {"status": null}
                    {"slots": 0}
                    {"slots": -1}
                    {"slots": 10001}
                    {"slots": 99999999999999999999}
                    {"slots": "many"}
                    """)
    void aChangeThatMakesNoSenseIsRefused(String body) {
        String agent = register(owner, "");

        owner.patch("/agents/" + agent, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation_failed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    null
                    {}
                    {"status": "online", "slots": 0, "in_use": 0}
                    {"status": "online", "slots": -5, "in_use": 0}
                    {"status": "online", "slots": 1, "in_use": -1}
                    {"status": "online", "slots": 1}
                    {"status": "on\\u0000line", "slots": 1, "in_use": 0}
                    {"status": "online", "slots": 1, "in_use": 0, "attempts": [{}]}
                    {"status": "online", "slots": 1, "in_use": 0, "attempts": [null]}
                    {"status": "online", "slots": 1, "in_use": 0, "attempts": [{"task_id": "x", "attempt": 1, "fencing_token": 1}]}
                    """)
    void aHeartbeatThatMakesNoSenseIsRefused(String body) {
        String agent = register(owner, "");

        owner.post("/agents/" + agent + "/heartbeat", body).statusCode(422).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": \"a\\u0000b\", \"slots\": 1, \"capabilities\": [%s]",
                "\"name\": \" \", \"slots\": 1, \"capabilities\": [%s]",
                "\"name\": \"a\", \"slots\": -1, \"capabilities\": [%s]",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": []",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": [%s, %1$s]",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": [%s], \"delivery\": \"carrier pigeon\"",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": [%s], \"instance\": \"x\"",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": [{\"name\": \"UP\", \"description\": \"\", \"parameters_schema\": {}, \"result_schema\": {}}]",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": [{\"name\": \"t\", \"version\": -1, \"description\": \"\", \"parameters_schema\": {}, \"result_schema\": {}}]",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": [{\"name\": \"t\", \"description\": \"\\u0000\", \"parameters_schema\": {}, \"result_schema\": {}}]",
                "\"name\": \"a\", \"slots\": 1, \"capabilities\": [{\"name\": \"t\", \"description\": \"\", \"parameters_schema\": {\"pattern\": \"(\"}, \"result_schema\": {}}]"
            })
    void aRegistrationThatMakesNoSenseIsRefused(String members) {
        owner.post("/agents", "{" + members.formatted(CAPABILITY) + "}")
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "..%2f..%2fetc", "1%00"})
    void anAgentThatIsNotThereIsNotFound(String id) {
        owner.get("/agents/" + id).statusCode(404);
        owner.delete("/agents/" + id).statusCode(404);
        owner.post("/agents/" + id + "/heartbeat", "{\"status\": \"online\", \"slots\": 1, \"in_use\": 0}")
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=201", "limit=x", "cursor=x", "cursor=%00"})
    void aPageThatMakesNoSenseIsRefused(String query) {
        owner.get("/agents?" + query).statusCode(greaterThanOrEqualTo(400)).statusCode(lessThan(500));
    }

    private static final String CAPABILITY = """
            {"name": "roster_type", "description": "", "parameters_schema": {}, "result_schema": {}}""";

    private String register(Client service, String more) {
        return register(service, "roster_type", more);
    }

    private String register(Client service, String capability, String more) {
        String agent = service.post(
                        "/agents",
                        "{\"name\": \"test-agent\", \"slots\": 2, \"capabilities\": [%s]%s}"
                                .formatted(CAPABILITY.replace("roster_type", capability), more))
                .statusCode(201)
                .extract()
                .path("agent_id");
        registered.put(agent, service);
        return agent;
    }

    /** One task's attempt, as heartbeats name it. */
    private String lease(String agent) {
        JsonPath lease = owner.post("/agents/" + agent + "/leases", "{\"max\": 1, \"wait_seconds\": 25}")
                .statusCode(200)
                .extract()
                .jsonPath();
        return "{\"task_id\": \"%s\", \"attempt\": %d, \"fencing_token\": %d}"
                .formatted(
                        lease.getString("leases[0].task_id"),
                        lease.getInt("leases[0].attempt"),
                        lease.getLong("leases[0].fencing_token"));
    }

    /** A report's body; what is known of the attempt is ignored but for its token. */
    private static String with(String attempt, String members) {
        return attempt.replace("}", ", " + members + "}");
    }

    private JsonPath beat(String agent, String... attempts) {
        return owner.post(
                        "/agents/" + agent + "/heartbeat",
                        "{\"status\": \"online\", \"slots\": 2, \"in_use\": 1, \"attempts\": [%s]}"
                                .formatted(String.join(", ", attempts)))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath beat(String agent, String status, int slots, int inUse) {
        return owner.post(
                        "/agents/" + agent + "/heartbeat",
                        "{\"status\": \"%s\", \"slots\": %d, \"in_use\": %d}".formatted(status, slots, inUse))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String status(String agent) {
        return admin.get("/agents/" + agent).extract().path("status");
    }

    private int slots(String agent) {
        return admin.get("/agents/" + agent).extract().path("slots");
    }

    private long nextTransactionId() throws SQLException {
        return Long.parseLong(ask("SELECT pg_snapshot_xmax(pg_current_snapshot())::text"));
    }

    /** Another version of a row is another tuple, elsewhere and of another transaction. */
    private String rowVersions(List<String> agents) throws SQLException {
        return ask(
                "SELECT string_agg(id || ' ' || ctid || ' ' || xmin, ', ' ORDER BY id) FROM agents WHERE id IN ('%s')"
                        .formatted(String.join("', '", agents)));
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
