package io.ymera.manager;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.testkit.TestServers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Without PostgreSQL a client is told to come back, and that it is no fault of ours or theirs. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class DatabaseAwayTest {

    @Inject
    AgroalDataSource jdbc;

    private final Client client = Client.user();
    private final Client service = Client.service("away");

    @Test
    void requestsAreUnavailableAndWorkAgainAfterwards() throws Exception {
        new ScriptedAgent("database_away", 1).close();
        client.submit("database_away");

        TestServers.postgres().stop();
        given().get("/health/ready").then().statusCode(503);
        try (var live = new LiveClient(client)) {
            for (String path : List.of("/tasks", "/tasks/" + UUID.randomUUID(), "/workflows", "/schedules")) {
                client.get(path)
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .body("code", equalTo("unavailable"))
                        .header("Retry-After", notNullValue());
            }
            client.post("/tasks", "{\"name\": \"t\", \"task_type\": \"database_away\"}")
                    .statusCode(503);
            service.post("/agents/" + UUID.randomUUID() + "/leases", "{}").statusCode(503);
            given().auth()
                    .oauth2(service.token())
                    .header("Fencing-Token", 1)
                    .get("/tasks/" + UUID.randomUUID() + "/attempts/1/parameters")
                    .then()
                    .statusCode(503);
            live.subscribe(UUID.randomUUID(), 0);
            assertThat(live.next().path("code").asText()).isEqualTo("unavailable");
        } finally {
            TestServers.postgres().restart();
            // Other tests ask over it, and it does not notice by itself
            jdbc.flush(FlushMode.ALL);
        }

        int status = 503;
        for (int i = 0; status == 503 && i < 100; i++) {
            status = client.get("/tasks").extract().statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
