package io.ymera.gateway.address;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ymera.testkit.TokenIssuer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The test is the proxy; for one that nobody trusts see ForwardingResourceTest. */
@QuarkusTest
@TestProfile(TrustedProxyResourceTest.Trusted.class)
class TrustedProxyResourceTest {

    public static class Trusted implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("TRUSTED_PROXIES", "127.0.0.1,::1");
        }
    }

    @Test
    void aServiceHearsWhoItWasAndNotWhatThatOneSaid() {
        given().auth()
                .oauth2(TokenIssuer.shared().user())
                .header("X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                .header("Forwarded", "for=198.51.100.1")
                .get("/tasks")
                .then()
                .statusCode(201)
                .body("headers.x-forwarded-for", equalTo("203.0.113.7"));
    }
}
