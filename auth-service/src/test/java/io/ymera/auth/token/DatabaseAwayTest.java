package io.ymera.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.testkit.TestServers;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Without PostgreSQL tokens are signed and verified all the same, from memory. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class DatabaseAwayTest {

    @Inject
    TokenService tokens;

    @Inject
    AgroalDataSource jdbc;

    @Test
    void tokensAreSignedAndVerified() {
        Ada ada = Ada.registered();
        String before = ada.token();

        TestServers.postgres().stop();
        try {
            String service = tokens.issue(Grant.ofClient(UUID.randomUUID(), "agent-7", Set.of()))
                    .value();
            for (String token : new String[] {service, before}) {
                given().header("Authorization", "Bearer " + service)
                        .formParam("token", token)
                        .post("/auth/introspect")
                        .then()
                        .statusCode(200)
                        .body("active", equalTo(true));
            }
            given().get("/.well-known/jwks.json").then().statusCode(200).body(containsString("RS256"));
            ada.login().then().statusCode(503).body("code", equalTo("unavailable"));
            given().auth().oauth2(before).get("/users/me").then().statusCode(503);
        } finally {
            TestServers.postgres().restart();
            jdbc.flush(FlushMode.ALL);
        }

        Response back = ada.login();
        for (int i = 0; back.statusCode() == 503 && i < 100; i++) {
            back = ada.login();
        }
        assertThat(back.statusCode()).isEqualTo(200);
    }
}
