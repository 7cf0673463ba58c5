package io.ymera.web.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.testkit.HostileTokenSuite;
import io.ymera.testkit.TokenIssuer;
import io.ymera.testkit.TokenIssuerResource;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TokenIssuerResource.class)
class BearerResourceTest extends HostileTokenSuite {

    private static final TokenIssuer ISSUER = TokenIssuer.shared();

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI service;

    @Override
    protected URI service() {
        return service;
    }

    @Override
    protected String protectedPath() {
        return "/probe/me";
    }

    @Override
    protected String goodToken() {
        return ISSUER.user();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER %s", "Bearer    %s", "Bearer %s "})
    void theSchemeIsReadAsHttpSays(String header) {
        UUID ada = UUID.randomUUID();

        ask(header.formatted(ISSUER.user(ada, "ada"))).then().statusCode(200).body(equalTo(ada.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Bearer",
                "Bearer ",
                "Bearer%s",
                "Bearer\t%s",
                "Token %s",
                "Basic YTpi",
                "Bearer: %s",
                "DPoP %s"
            })
    void otherSchemesAreNotOurs(String header) {
        Response response = ask(header.formatted(ISSUER.user()));

        response.then().statusCode(401).body("code", equalTo("unauthenticated"));
        assertThat(response.headers().getValues("WWW-Authenticate"))
                .singleElement()
                .asString()
                .startsWith("Bearer realm=\"ymera\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?access_token=%s", "?token=%s"})
    void aTokenInAUrlIsNone(String query) {
        given().get("/probe/me" + query.formatted(ISSUER.user())).then().statusCode(401);
    }

    @Test
    void aTokenInACookieIsNone() {
        given().cookie("Authorization", "Bearer " + ISSUER.user())
                .cookie("token", ISSUER.user())
                .get("/probe/me")
                .then()
                .statusCode(401);
    }

    @Test
    void anotherRoleIsRefused() {
        ask("Bearer " + ISSUER.service("agent")).then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void aTokenWithScopesReachesOnlyWhatTheySay() {
        ask("Bearer " + ISSUER.scoped("tasks:read"))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", equalTo("An API key can't be used for this, whatever its scopes: log in."))
                .header("WWW-Authenticate", equalTo("Bearer realm=\"ymera\", error=\"insufficient_scope\""));
    }

    @Test
    void whatIsWrongWithATokenIsSaid() {
        for (String token : new String[] {"x", ISSUER.expired(), ISSUER.forged()}) {
            ask("Bearer " + token)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer realm=\"ymera\", error=\"invalid_token\""));
        }
    }

    @Test
    void aBadTokenDoesNotShutWhatIsOpen() {
        given().header("Authorization", "Bearer x")
                .get("/probe/limit?limit=1")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenIsGoodUntilItsSessionEnds() {
        String token = ISSUER.user();
        ask("Bearer " + token).then().statusCode(200);

        ISSUER.revoke(token);

        // The revocation is on its way
        while (ask("Bearer " + token).statusCode() == 200) {
            Thread.onSpinWait();
        }
        ask("Bearer " + token).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    private static Response ask(String authorization) {
        return given().header("Authorization", authorization).get("/probe/me");
    }
}
