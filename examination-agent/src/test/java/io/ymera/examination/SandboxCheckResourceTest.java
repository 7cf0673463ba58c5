package io.ymera.examination;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The agent as it starts while nobody else is there. */
@QuarkusTest
@TestProfile(SandboxCheckResourceTest.Alone.class)
class SandboxCheckResourceTest {

    /** There is no manager, no auth-service and no Kafka. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.rest-client.manager.url", "http://127.0.0.1:9",
                    "quarkus.oidc-client.auth-server-url", "http://127.0.0.1:9",
                    "quarkus.oidc-client.client-id", "test",
                    "quarkus.oidc-client.credentials.secret", "test",
                    "kafka.bootstrap.servers", "127.0.0.1:9");
        }
    }

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
