package io.ymera.auth.algorithm;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.auth.AuthFilesResource;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What works with every algorithm: logging in, and whatever a token is for. */
abstract class AlgorithmContract {

    abstract String algorithm();

    /** How many keys are published. */
    abstract int published();

    @Test
    void tokensAreSignedWithItAndGood() {
        Ada ada = Ada.registered();

        String token = ada.token();

        JsonPath header = header(token);
        assertThat(header.getString("alg")).isEqualTo(algorithm());
        assertThat(header.getString("typ")).isEqualTo("at+jwt");
        given().auth().oauth2(token).get("/users/me").then().statusCode(200).body("username", equalTo(ada.username()));
        given().formParam("client_id", AuthFilesResource.CLIENT_ID)
                .formParam("client_secret", AuthFilesResource.CLIENT_SECRET)
                .formParam("token", token)
                .post("/auth/introspect")
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("username", equalTo(ada.username()));
    }

    @Test
    void aRefreshedTokenIsGoodToo() {
        Response login = Ada.registered().login();

        Response refreshed = Ada.post("/auth/refresh", Map.of("refresh_token", login.path("refresh_token")));

        given().auth()
                .oauth2(refreshed.path("access_token"))
                .get("/users/me")
                .then()
                .statusCode(200);
    }

    @Test
    void changedTokensAreNot() {
        String token = Ada.registered().token();
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String asAdmin = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("\"user\"", "\"admin\"").getBytes(UTF_8));

        given().auth()
                .oauth2(parts[0] + "." + asAdmin + "." + parts[2])
                .get("/users/me")
                .then()
                .statusCode(401);
    }

    @Test
    void theKeySetHasPublicKeysAlone() {
        Response response = given().get("/.well-known/jwks.json");

        response.then().statusCode(200).body("keys.size()", equalTo(published()));
        assertThat(response.jsonPath().getList("keys.alg")).allMatch(algorithm()::equals);
        assertThat(response.asString()).doesNotContain("\"d\"", "\"k\"");
    }

    private static JsonPath header(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), UTF_8));
    }
}
