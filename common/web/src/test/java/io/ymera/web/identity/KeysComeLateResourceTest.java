package io.ymera.web.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** auth-service may start after everybody else. */
@QuarkusTest
@TestProfile(KeysComeLateResourceTest.NobodyThereYet.class)
class KeysComeLateResourceTest {

    public static final class NobodyThereYet implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of(
                        "mp.jwt.verify.publickey.location", "http://127.0.0.1:" + free.getLocalPort() + "/jwks.json");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI keys;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    MeterRegistry metrics;

    @Test
    void aTokenIsGoodAsSoonAsTheKeysAreThere() throws JoseException, IOException {
        // Given a token that can't be checked yet
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("late");
        String token = token(key);
        ask(token).then().statusCode(503).body("code", equalTo("unavailable"));
        HttpServer auth = serve(new JsonWebKeySet(key).toJson());

        try {
            Response response = ask(token);

            response.then().statusCode(200).body(equalTo("ada's id"));
            ask(token).then().statusCode(200);
            assertThat(metrics.counter("ymera.tokens.recognised").count()).isPositive();
        } finally {
            auth.stop(0);
        }
    }

    private static Response ask(String token) {
        return given().auth().oauth2(token).get("/probe/me");
    }

    private HttpServer serve(String jwks) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(keys.getHost(), keys.getPort()), 0);
        server.createContext("/jwks.json", exchange -> {
            byte[] body = jwks.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }

    private static String token(RsaJsonWebKey key) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("ymera");
        claims.setAudience("ymera");
        claims.setSubject("ada's id");
        claims.setStringClaim("upn", "ada");
        claims.setStringListClaim("groups", "user");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }
}
