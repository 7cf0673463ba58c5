package io.ymera.manager.backlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.ScriptedAgent;
import io.ymera.testkit.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class BacklogResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Client autoscaler = new Client(TokenIssuer.shared().service("keda"));
    private final Client user = Client.user();

    @Test
    void aTypesTasksAndSlotsAreCounted() throws Exception {
        try (var agent = new ScriptedAgent("backlog_counted", 2)) {
            user.submit("backlog_counted");
            TaskAssignment running = agent.receive();
            agent.hold(running.ref());
            agent.report(running.ref(), new Started());
            for (int i = 0; i < 4; i++) {
                user.submit("backlog_counted");
            }

            JsonPath backlog = await(
                    "/backlog?task_type=backlog_counted",
                    seen -> seen.getInt("running") == 1 && seen.getInt("waiting") == 3);

            assertThat(backlog.getInt("dispatched")).isEqualTo(1);
            assertThat(backlog.getInt("desired_slots")).isEqualTo(5);
            assertThat(backlog.getInt("slots")).isEqualTo(2);
            assertThat(backlog.getInt("agents")).isEqualTo(1);
            assertThat(backlog.getDouble("oldest_waiting_seconds")).isPositive();
            assertThat(autoscaler
                            .get("/backlog?task_type=backlog_counted&version=1")
                            .extract()
                            .jsonPath()
                            .getInt("desired_slots"))
                    .isEqualTo(5);
            autoscaler
                    .get("/backlog?task_type=backlog_counted&version=2")
                    .body("desired_slots", equalTo(0))
                    .body("slots", equalTo(0));
            awaitMetrics("ymera_queue_slots{type=\"backlog_counted\",version=\"1\"} 2.0");
            assertThat(awaitMetrics("ymera_queue_tasks{status=\"pending\",type=\"backlog_counted\",version=\"1\"} 3.0"))
                    .contains("ymera_queue_tasks{status=\"running\",type=\"backlog_counted\",version=\"1\"} 1.0")
                    .containsPattern(
                            "ymera_queue_oldest_age_seconds\\{type=\"backlog_counted\",version=\"1\"} [0-9.]+");
        }
    }

    /** So that an autoscaler can start the first agent there ever was. */
    @Test
    void ofATypeThatNobodyHasHeardOfThereIsNothing() {
        autoscaler
                .get("/backlog?task_type=backlog_unheard_of")
                .statusCode(200)
                .body("task_type", equalTo("backlog_unheard_of"))
                .body("desired_slots", equalTo(0));
    }

    @Test
    void itIsForServicesAndAdmins() {
        Client.admin().get("/backlog?task_type=backlog_roles").statusCode(200);
        user.get("/backlog?task_type=backlog_roles").statusCode(403);
        given().get("/backlog?task_type=backlog_roles").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?task_type=", "?task_type=A%00", "?task_type=x&version=0", "?task_type=x&version=-1"})
    void badRequestsAreRefused(String query) {
        autoscaler.get("/backlog" + query).statusCode(422).body("code", equalTo("validation_failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?task_type=x&version=a", "?task_type=x&version=99999999999"})
    void whatIsNoVersionIsRefused(String query) {
        assertThat(autoscaler.get("/backlog" + query).extract().statusCode()).isBetween(400, 499);
    }

    private JsonPath await(String path, Predicate<JsonPath> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonPath seen = autoscaler.get(path).statusCode(200).extract().jsonPath();
            if (wanted.test(seen)) {
                return seen;
            }
            assertThat(Instant.now()).as(seen.prettify()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static String awaitMetrics(String line) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            String metrics = given().get("/metrics").asString();
            if (metrics.contains(line)) {
                return metrics;
            }
            assertThat(Instant.now()).as(metrics).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
