package io.ymera.auth.oauth;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.AuthFilesResource.CLIENT_SECRET;
import static io.ymera.auth.oauth.OAuthForm.assertError;
import static io.ymera.auth.oauth.OAuthForm.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenResourceTest {

    private static final String GRANT = "client_credentials";

    @Test
    void theKeySetHoldsThePublicHalfAlone() {
        Response response = given().get("/.well-known/jwks.json");

        response.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("keys", hasSize(greaterThanOrEqualTo(2)))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].alg", equalTo("RS256"))
                .body("keys[0].d", nullValue())
                .body("keys[0].p", nullValue());
        assertThat(response.header("Cache-Control")).contains("max-age=60");
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
    void servicesHaveNoScopes() {
        Response response = basic(CLIENT_ID, CLIENT_SECRET)
                .formParam("grant_type", GRANT)
                .formParam("scope", "tasks:read")
                .post("/auth/token");

        assertError(response, 400, "invalid_scope");
    }

    @Test
    void aStrangerIsNotToldOfScopes() {
        Response response = basic(CLIENT_ID, "wrong")
                .formParam("grant_type", GRANT)
                .formParam("scope", "tasks:read")
                .post("/auth/token");

        assertError(response, 401, "invalid_client");
    }

    @ParameterizedTest
    @MethodSource("hostileClients")
    void hostileClientsAreNobody(String id) {
        Response basic = basic(id, id).formParam("grant_type", GRANT).post("/auth/token");
        Response post = given().formParam("grant_type", GRANT)
                .formParam("client_id", id)
                .formParam("client_secret", id)
                .post("/auth/token");

        assertError(basic, 401, "invalid_client");
        assertError(post, 401, "invalid_client");
        assertThat(basic.headers().hasHeaderWithName("X-Injected")).isFalse();
        assertThat(post.headers().hasHeaderWithName("X-Injected")).isFalse();
    }

    static Stream<String> hostileClients() {
        return Stream.of(
                "a\r\nX-Injected: 1",
                "a\u0000",
                "' or '1'='1",
                "\u00e9\ud83d\ude00",
                "a".repeat(5_000),
                CLIENT_ID + " ",
                CLIENT_ID.toUpperCase(Locale.ROOT),
                "%00",
                "*");
    }

    @Test
    void whatIsHostileIsNotSentBack() {
        String hostile = "x\r\nX-Injected: <script>";
        Response response = given().formParam("grant_type", hostile).post("/auth/token");

        assertError(response, 400, "unsupported_grant_type");
        assertThat(response.headers().hasHeaderWithName("X-Injected")).isFalse();
        assertThat(response.asString()).doesNotContain("<script>");
    }

    @Test
    void anEmptyParameterCountsAsAbsent() {
        Response response = basic(CLIENT_ID, CLIENT_SECRET)
                .formParam("grant_type", GRANT)
                .formParam("scope", "")
                .post("/auth/token");

        response.then().statusCode(200);
    }

    @Test
    void aClientThatIsTwo() {
        Response response = basic(CLIENT_ID, CLIENT_SECRET)
                .formParam("grant_type", GRANT)
                .formParam("client_id", "another")
                .post("/auth/token");

        assertError(response, 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz=%zz", "=", "&&&", "grant_type", "grant_type=%ff%fe", "\u0000"})
    void aFormThatIsNone(String body) {
        Response response = given().contentType(ContentType.URLENC.withCharset("UTF-8"))
                .body(body)
                .post("/auth/token");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
    }

    @Test
    void manyParameters() {
        String body = "a=b&".repeat(15_000);

        Response response = given().contentType(ContentType.URLENC.withCharset("UTF-8"))
                .body(body)
                .post("/auth/token");

        assertThat(response.statusCode()).as(response.asString()).isBetween(400, 413);
    }

    @Test
    void credentialsInTheAddressDoNotCount() {
        Response response = given().formParam("grant_type", GRANT)
                .queryParam("client_id", CLIENT_ID)
                .queryParam("client_secret", CLIENT_SECRET)
                .post("/auth/token");

        assertError(response, 401, "invalid_client");
    }

    @Test
    void jsonIsNoForm() {
        Response response = given().contentType(ContentType.JSON).body("{}").post("/auth/token");

        response.then().statusCode(415);
    }
}
