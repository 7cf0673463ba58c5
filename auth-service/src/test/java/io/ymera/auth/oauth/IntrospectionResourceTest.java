package io.ymera.auth.oauth;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.oauth.OAuthForm.assertError;
import static io.ymera.auth.oauth.OAuthForm.assertInactive;
import static io.ymera.auth.oauth.OAuthForm.bearer;
import static io.ymera.auth.oauth.OAuthForm.byClient;
import static io.ymera.auth.oauth.OAuthForm.clientToken;
import static io.ymera.auth.oauth.OAuthForm.introspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.auth.token.Grant;
import io.ymera.auth.token.TokenService;
import io.ymera.contracts.identity.Role;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class IntrospectionResourceTest {

    @Inject
    TokenService tokens;

    @Test
    void anAccessToken() {
        Ada ada = Ada.registered();
        Response login = ada.login();

        Response found = introspect(byClient(), login.path("access_token"));

        found.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", equalTo("no-store"))
                .body("active", equalTo(true))
                .body("token_type", equalTo("Bearer"))
                .body("username", equalTo(ada.username()))
                .body("sub", equalTo(login.path("user_id")))
                .body("sid", equalTo(login.path("session_id")))
                .body("client_id", equalTo("ymera"))
                .body("role", equalTo("user"))
                .body("aud", equalTo("ymera"))
                .body("iss", equalTo("http://localhost:8000"));
        Map<String, Object> members = found.jsonPath().getMap("");
        assertThat(members)
                .containsOnlyKeys(
                        "active",
                        "token_type",
                        "username",
                        "sub",
                        "sid",
                        "client_id",
                        "role",
                        "aud",
                        "iss",
                        "jti",
                        "iat",
                        "exp");
        assertThat(found.jsonPath().getLong("exp") - found.jsonPath().getLong("iat"))
                .isEqualTo(3600);
    }

    @Test
    void aClientsToken() {
        Response found = introspect(byClient(), clientToken());

        found.then()
                .body("active", equalTo(true))
                .body("client_id", equalTo(CLIENT_ID))
                .body("sub", equalTo(CLIENT_ID))
                .body("role", equalTo("service"));
    }

    @Test
    void aLimitedTokenSaysItsScope() {
        Response found = introspect(byClient(), limited(Role.USER));

        found.then().body("active", equalTo(true)).body("scope", equalTo("agents:read tasks:write"));
    }

    @Test
    void aRefreshToken() {
        Ada ada = Ada.registered();
        Response login = ada.login();

        Response found = introspect(byClient(), login.path("refresh_token"));

        found.then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("token_type", equalTo("refresh_token"))
                .body("username", equalTo(ada.username()))
                .body("sid", equalTo(login.path("session_id")));
        Ada.post("/auth/refresh", Map.of("refresh_token", login.path("refresh_token")));
        assertInactive(login.path("refresh_token"));
    }

    @Test
    void afterLogoutNothingIsActive() {
        Response login = Ada.registered().login();
        bearer(login.path("access_token")).post("/auth/logout").then().statusCode(204);

        assertInactive(login.path("access_token"));
        assertInactive(login.path("refresh_token"));
    }

    @Test
    void anExpiredTokenIsNotActive() {
        String token = tokens.issue(
                        Grant.ofSession(UUID.randomUUID(), UUID.randomUUID(), "ada", Role.USER), Duration.ofSeconds(-6))
                .value();

        assertInactive(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b.c",
                "..",
                "eyJhbGciOiJub25lIn0.e30.",
                "ymr_",
                "ymr_x",
                "ymk_x",
                "\u00e9\u0000\r\n",
                "' or 1=1 --",
                "{\"active\":true}",
                " "
            })
    void garbageIsNotActive(String token) {
        assertInactive(token);
    }

    @Test
    void aHugeTokenIsNotActive() {
        assertInactive("a".repeat(20_000) + "." + "b".repeat(20_000) + "." + "c".repeat(20_000));
    }

    @Test
    void aBodyOverTheLimit() {
        introspect(byClient(), "a".repeat(70_000)).then().statusCode(413);
    }

    @Test
    void aServiceMayAskWithItsToken() {
        String service = clientToken();

        introspect(bearer(service), service).then().statusCode(200).body("active", equalTo(true));
    }

    @Test
    void anAdministratorMayAsk() {
        String admin = tokens.issue(Grant.ofSession(UUID.randomUUID(), UUID.randomUUID(), "root", Role.ADMIN))
                .value();

        introspect(bearer(admin), "x").then().statusCode(200).body("active", equalTo(false));
    }

    @Test
    void aUserMayNotAsk() {
        Response refused = introspect(bearer(Ada.registered().token()), "x");

        assertError(refused, 401, "invalid_client");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer ");
    }

    @Test
    void aLimitedTokenMayNotAsk() {
        assertError(introspect(bearer(limited(Role.ADMIN)), "x"), 401, "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer", "bearer ", "Basic !!!", "Basic Og==", "Digest x", "Bearer a.b.c"})
    void whoDoesNotProveToBeAClientMayNotAsk(String authorization) {
        Response refused = introspect(
                given().header("Authorization", authorization), Ada.registered().token());

        assertError(refused, 401, "invalid_client");
        assertThat(refused.header("WWW-Authenticate")).isNotBlank();
    }

    @Test
    void nobodyMayNotAsk() {
        assertError(introspect(given(), "x"), 401, "invalid_client");
        assertError(introspect(given().formParam("client_id", CLIENT_ID), "x"), 401, "invalid_client");
        assertError(
                introspect(given().formParam("client_id", CLIENT_ID).formParam("client_secret", "wrong"), "x"),
                401,
                "invalid_client");
    }

    @Test
    void withoutOneToken() {
        assertError(byClient().contentType(ContentType.URLENC).post("/auth/introspect"), 400, "invalid_request");
        assertError(introspect(byClient(), ""), 400, "invalid_request");
        assertError(byClient().formParam("token", "a", "b").post("/auth/introspect"), 400, "invalid_request");
    }

    @Test
    void whatIsInTheAddressDoesNotCount() {
        Response refused = byClient().contentType(ContentType.URLENC).post("/auth/introspect?token=x");

        assertError(refused, 400, "invalid_request");
    }

    @Test
    void jsonIsNoForm() {
        byClient()
                .contentType(ContentType.JSON)
                .body("{\"token\": \"x\"}")
                .post("/auth/introspect")
                .then()
                .statusCode(415);
    }

    private String limited(String role) {
        return tokens.issue(Grant.ofApiKey(
                        UUID.randomUUID(), UUID.randomUUID(), "ada", role, Set.of("tasks:write", "agents:read")))
                .value();
    }
}
