package io.ymera.auth.token;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.auth.key.Jws;
import io.ymera.auth.key.KeyService;
import io.ymera.web.identity.TokenSettings;
import jakarta.inject.Inject;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever attacks knows everything but the private key; the tests that are to fail for one reason only sign with it. */
@QuarkusTest
class TokenAttackResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    KeyService keys;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    TokenSettings settings;

    @Test
    void theSameTokenWithoutAnAttackIsGood() {
        Response response = me(signed(claims -> {}));

        response.then().statusCode(200);
    }

    @Test
    void noToken() {
        Response response = given().get("/users/me");

        assertRefused(response);
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9..", "\u00e9", "null"})
    void garbage(String token) {
        assertRefused(me(token));
    }

    @Test
    void anotherScheme() {
        Response response = given().header("Authorization", "Basic YTpi").get("/users/me");

        assertRefused(response);
    }

    @Test
    void forgedWithAnotherKey() throws NoSuchAlgorithmException {
        Key mallorys = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        assertRefused(me(sign("at+jwt", "RS256", mallorys, claims -> {})));
    }

    @Test
    void changedAfterSigning() {
        String[] parts = signed(claims -> {}).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("\"user\"", "\"admin\"").getBytes(UTF_8));

        assertRefused(me(String.join(".", parts)));
    }

    @Test
    void expired() {
        assertRefused(me(signed(claims -> claims.setExpirationTimeMinutesInTheFuture(-1))));
    }

    @Test
    void withoutExpiry() {
        assertRefused(me(signed(claims -> claims.unsetClaim("exp"))));
    }

    @Test
    void notYetGood() {
        assertRefused(me(signed(claims -> claims.setNotBeforeMinutesInThePast(-5))));
    }

    @Test
    void unsigned() {
        assertRefused(me(sign("at+jwt", "none", null, claims -> {})));
    }

    @Test
    void hmacWithThePublicKey() {
        byte[] publicKey =
                keys.find(kid()).await().indefinitely().orElseThrow().key().getEncoded();

        assertRefused(me(sign("at+jwt", "HS256", new HmacKey(publicKey), claims -> {})));
    }

    @Test
    void anotherStrengthOfTheSameKey() {
        assertRefused(me(sign("at+jwt", "RS512", Jws.privateKey(keys), claims -> {})));
    }

    @Test
    void ofAnotherIssuer() {
        assertRefused(me(signed(claims -> claims.setIssuer("mallory"))));
    }

    @Test
    void forAnotherAudience() {
        assertRefused(me(signed(claims -> claims.setAudience("elsewhere"))));
    }

    @Test
    void withoutASubject() {
        assertRefused(me(signed(claims -> claims.unsetClaim("sub"))));
    }

    @Test
    void anotherThingThatTheSameKeyHasSigned() {
        assertRefused(me(sign("JWT", "RS256", Jws.privateKey(keys), claims -> {})));
    }

    @Test
    void ofAUserWhoIsNotThere() {
        assertRefused(me(signed(claims -> claims.setSubject("01890a5d-ac96-774b-bcce-b302099a8057"))));
    }

    @Test
    void aServiceIsNoUser() {
        Response response = me(signed(claims -> {
            claims.setStringListClaim("groups", "service");
            claims.setStringClaim("role", "service");
        }));

        response.then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void aBadTokenDoesNotShutPublicEndpoints() {
        Response response = given().header("Authorization", "Bearer x").get("/.well-known/jwks.json");

        response.then().statusCode(200);
    }

    private static Response me(String token) {
        return given().header("Authorization", "Bearer " + token).get("/users/me");
    }

    private static void assertRefused(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(401);
        response.then().contentType("application/problem+json").body("code", equalTo("unauthenticated"));
    }

    private String kid() {
        return Jws.kid(keys.sign("at+jwt", "{}"));
    }

    private String signed(Consumer<JwtClaims> attack) {
        return sign("at+jwt", "RS256", Jws.privateKey(keys), attack);
    }

    private String sign(String type, String algorithm, @Nullable Key key, Consumer<JwtClaims> attack) {
        String subject = Ada.registered().login().path("user_id");
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(settings.issuer());
        claims.setAudience("ymera");
        claims.setSubject(subject);
        claims.setStringClaim("upn", "ada");
        claims.setStringListClaim("groups", "user");
        claims.setStringClaim("role", "user");
        claims.setStringClaim("sid", UUID.randomUUID().toString());
        claims.setStringClaim("client_id", "ymera");
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 120));
        claims.setExpirationTimeMinutesInTheFuture(5);
        attack.accept(claims);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(kid());
        jws.setHeader("typ", type);
        jws.setKey(key);
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
