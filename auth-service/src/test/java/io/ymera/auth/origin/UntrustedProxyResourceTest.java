package io.ymera.auth.origin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.ymera.auth.Ada;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only the gateway is believed; here it is somewhere else. */
@QuarkusTest
@TestProfile(UntrustedProxyResourceTest.GatewayElsewhere.class)
class UntrustedProxyResourceTest {

    public static final class GatewayElsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("TRUSTED_PROXIES", "192.0.2.1");
        }
    }

    @Test
    void whoIsNotTrustedIsWhereTheConnectionComesFrom() {
        assertThat(addressSeen(given().header("X-Forwarded-For", "203.0.113.7")))
                .isEqualTo("127.0.0.1");
    }

    private static String addressSeen(RequestSpecification request) {
        Ada ada = Ada.registered();
        String token = request.contentType(ContentType.JSON)
                .body(Map.of("username", ada.username(), "password", ada.password()))
                .post("/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().auth().oauth2(token).get("/users/me/sessions").path("items[0].address");
    }
}
