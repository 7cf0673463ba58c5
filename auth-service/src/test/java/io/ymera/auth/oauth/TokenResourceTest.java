package io.ymera.auth.oauth;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.AuthFilesResource.CLIENT_SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TokenResourceTest {

    private static final String GRANT = "client_credentials";

    @Test
    void theKeySetHoldsThePublicHalfAlone() {
        Response response = given().get("/.well-known/jwks.json");

        response.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].alg", equalTo("RS256"))
                .body("keys[0].d", nullValue())
                .body("keys[0].p", nullValue());
        assertThat(response.header("Cache-Control")).contains("max-age=300");
    }

    @Test
    void grantsByBasic() {
        Response response =
                basic(CLIENT_ID, CLIENT_SECRET).formParam("grant_type", GRANT).post("/auth/token");

        response.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600));
    }

    @Test
    void grantsByPostATokenThatTheKeySetVerifies() throws JoseException, InvalidJwtException {
        Response response = given().formParam("grant_type", GRANT)
                .formParam("client_id", CLIENT_ID)
                .formParam("client_secret", CLIENT_SECRET)
                .post("/auth/token");

        String jwks = given().get("/.well-known/jwks.json").asString();
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedAudience("ymera")
                .setExpectedIssuer("http://localhost:8000")
                .build()
                .processToClaims(response.path("access_token"));
        assertThat(claims.getClaimValueAsString("sub")).isEqualTo(CLIENT_ID);
        assertThat(claims.getClaimValueAsString("upn")).isEqualTo(CLIENT_ID);
        assertThat(claims.getClaimsMap().get("groups")).isEqualTo(List.of("service"));
    }

    @ParameterizedTest
    @CsvSource({"examination-agent,wrong", "nobody,wrong", "'',''", "examination-agent,''"})
    void aWrongClientByBasicIsChallenged(String id, String secret) {
        Response response = basic(id, secret).formParam("grant_type", GRANT).post("/auth/token");

        assertError(response, 401, "invalid_client");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Basic realm=\"ymera\"");
    }

    @Test
    void aWrongClientByPost() {
        Response response = given().formParam("grant_type", GRANT)
                .formParam("client_id", CLIENT_ID)
                .formParam("client_secret", "wrong")
                .post("/auth/token");

        assertError(response, 401, "invalid_client");
    }

    @ParameterizedTest
    @CsvSource({"Basic !!!", "Basic", "Basic YQ==", "Bearer x", "Basic Og=="})
    void aHeaderThatIsNoBasic(String header) {
        Response response = given().header("Authorization", header)
                .formParam("grant_type", GRANT)
                .post("/auth/token");

        assertError(response, 401, "invalid_client");
    }

    @Test
    void noClient() {
        Response response = given().formParam("grant_type", GRANT).post("/auth/token");

        assertError(response, 401, "invalid_client");
    }

    @Test
    void credentialsSentTwice() {
        Response response = basic(CLIENT_ID, CLIENT_SECRET)
                .formParam("grant_type", GRANT)
                .formParam("client_secret", CLIENT_SECRET)
                .post("/auth/token");

        assertError(response, 400, "invalid_request");
    }

    @Test
    void aParameterSentTwice() {
        Response response = basic(CLIENT_ID, CLIENT_SECRET)
                .formParam("grant_type", GRANT, GRANT)
                .post("/auth/token");

        assertError(response, 400, "invalid_request");
    }

    @Test
    void noGrantType() {
        Response response =
                basic(CLIENT_ID, CLIENT_SECRET).contentType(ContentType.URLENC).post("/auth/token");

        assertError(response, 400, "invalid_request");
    }

    @Test
    void anotherGrantType() {
        Response response = basic(CLIENT_ID, CLIENT_SECRET)
                .formParam("grant_type", "password")
                .post("/auth/token");

        assertError(response, 400, "unsupported_grant_type");
    }

    @Test
    void jsonIsNoForm() {
        Response response = given().contentType(ContentType.JSON).body("{}").post("/auth/token");

        response.then().statusCode(415);
    }

    private static RequestSpecification basic(String id, String secret) {
        String pair = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return given().header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private static void assertError(Response response, int status, String error) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        response.then()
                .contentType(ContentType.JSON)
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo(error));
        assertThat(response.path("error_description").toString()).isNotBlank();
    }
}
