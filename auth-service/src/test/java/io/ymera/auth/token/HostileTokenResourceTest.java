package io.ymera.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ymera.auth.Ada;
import io.ymera.testkit.HostileTokenSuite;
import io.ymera.testkit.TokenIssuer;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HostileTokenResourceTest extends HostileTokenSuite {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI service;

    @Override
    protected URI service() {
        return service;
    }

    @Override
    protected String protectedPath() {
        return "/users/me";
    }

    @Override
    protected String goodToken() {
        return Ada.registered().login().path("access_token");
    }

    @Test
    void aTokenOfAnotherIssuerWithItsOwnKeysIsRefused() {
        assertThat(given().auth()
                        .oauth2(TokenIssuer.shared().user())
                        .get("/users/me")
                        .statusCode())
                .isEqualTo(401);
    }
}
