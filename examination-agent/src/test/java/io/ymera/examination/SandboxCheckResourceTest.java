package io.ymera.examination;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.codebase.Alone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent as it starts while nobody else is there. */
@QuarkusTest
@TestProfile(Alone.class)
class SandboxCheckResourceTest {

    @Test
    void readiness_says_how_submitted_code_is_confined() {
        given().when()
                .get("/health/ready")
                .then()
                .body("checks.find { it.name == 'sandbox' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'sandbox' }.data.confinement", in(List.of("bubblewrap", "unshare")));
    }

    @Test
    void it_is_alive() {
        given().when().get("/health/live").then().statusCode(200);
    }
}
