package io.ymera.auth.client;

import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.AuthFilesResource.CLIENT_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.auth.People;
import io.ymera.auth.client.Administrator.Made;
import io.ymera.testkit.TestServers;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without PostgreSQL the operator's clients go on; the others are told to come back. */
@QuarkusTest
class DatabaseAwayTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    @Test
    void clientsOfTheFileGoOnAndTheOthersComeBack() {
        Made client = Administrator.fresh(people).make("*");
        List<Response> refused;
        Response granted;

        TestServers.postgres().stop();
        try {
            granted = Administrator.askForToken(CLIENT_ID, CLIENT_SECRET);
            // Whether a client of the file is meant can't be seen from a wrong secret's answer
            refused = List.of(
                    client.askForToken(),
                    client.askForToken("ymc_wrong"),
                    Administrator.askForToken(CLIENT_ID, "ymc_wrong"));
        } finally {
            TestServers.postgres().restart();
        }

        granted.then().statusCode(200);
        assertThat(refused).allSatisfy(response -> response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable")));
        int status = 503;
        for (int i = 0; status == 503 && i < 100; i++) {
            status = client.askForToken().statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
