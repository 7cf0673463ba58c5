package io.ymera.auth.oauth;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.oauth.OAuthForm.assertError;
import static io.ymera.auth.oauth.OAuthForm.assertInactive;
import static io.ymera.auth.oauth.OAuthForm.bearer;
import static io.ymera.auth.oauth.OAuthForm.byClient;
import static io.ymera.auth.oauth.OAuthForm.clientToken;
import static io.ymera.auth.oauth.OAuthForm.introspect;
import static io.ymera.auth.oauth.OAuthForm.revoke;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.auth.token.Grant;
import io.ymera.auth.token.TokenService;
import io.ymera.contracts.identity.Role;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class RevocationEndpointResourceTest {

    @Inject
    TokenService tokens;

    @Test
    void anAccessTokenEndsItsSession() {
        Response login = Ada.registered().login();

        Response revoked = revoke(login.path("access_token"));

        revoked.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body(emptyString());
        assertOver(login);
    }

    @Test
    void aRefreshTokenEndsItsSession() {
        Response login = Ada.registered().login();

        revoke(login.path("refresh_token")).then().statusCode(200);

        assertOver(login);
    }

    @Test
    void otherSessionsGoOn() {
        Ada ada = Ada.registered();
        Response phone = ada.login();
        Response laptop = ada.login();

        revoke(phone.path("access_token")).then().statusCode(200);

        bearer(laptop.path("access_token")).get("/users/me").then().statusCode(200);
    }

    @Test
    void twiceIsAsGoodAsOnce() {
        Response login = Ada.registered().login();

        revoke(login.path("access_token")).then().statusCode(200);
        revoke(login.path("access_token")).then().statusCode(200);
        revoke(login.path("refresh_token")).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "ymr_", "ymr_x", "\u00e9\u0000\r\n", "' or 1=1 --", " "})
    void garbageIsAsRevokedAsCanBe(String token) {
        revoke(token).then().statusCode(200).body(emptyString());
    }

    @Test
    void aWrongHintDoesNotMatter() {
        Response login = Ada.registered().login();

        given().formParam("token", login.<String>path("access_token"))
                .formParam("token_type_hint", "refresh_token")
                .post("/auth/revoke")
                .then()
                .statusCode(200);

        assertOver(login);
    }

    @Test
    void aClientsTokenCantBeRevoked() {
        String token = clientToken();

        assertError(revoke(token), 400, "unsupported_token_type");
        introspect(byClient(), token).then().body("active", equalTo(true));
    }

    @Test
    void noSessionEndsForATokenThatDoesNotRestOnIt() {
        Response login = Ada.registered().login();
        // Somebody else's, who says that it rests on that session
        String token = tokens.issue(Grant.ofApiKey(
                        UUID.fromString(login.path("session_id")),
                        UUID.randomUUID(),
                        "eve",
                        Role.USER,
                        Set.of("tasks:read")))
                .value();

        assertError(revoke(token), 400, "unsupported_token_type");
        bearer(login.path("access_token")).get("/users/me").then().statusCode(200);
    }

    @Test
    void withoutOneToken() {
        assertError(given().contentType(ContentType.URLENC).post("/auth/revoke"), 400, "invalid_request");
        assertError(revoke(""), 400, "invalid_request");
        assertError(given().formParam("token", "a", "b").post("/auth/revoke"), 400, "invalid_request");
        given().contentType(ContentType.JSON)
                .body("{\"token\": \"x\"}")
                .post("/auth/revoke")
                .then()
                .statusCode(415);
    }

    private static void assertOver(Response login) {
        assertInactive(login.path("access_token"));
        bearer(login.path("access_token")).get("/users/me").then().statusCode(401);
        Ada.post("/auth/refresh", Map.of("refresh_token", login.path("refresh_token")))
                .then()
                .statusCode(401);
    }
}
