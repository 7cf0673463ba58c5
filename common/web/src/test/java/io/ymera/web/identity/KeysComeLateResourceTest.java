package io.ymera.web.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** auth-service may start after everybody else. */
@QuarkusTest
@TestProfile(KeysComeLateResourceTest.NobodyThereYet.class)
class KeysComeLateResourceTest {

    public static final class NobodyThereYet implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of("ymera.auth-service.url", "http://127.0.0.1:" + free.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "ymera.auth-service.url")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    String url;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    MeterRegistry metrics;

    @Test
    void aTokenIsGoodAsSoonAsAuthServiceIsThere() throws IOException {
        // Given a token that can't be checked yet
        UUID ada = UUID.randomUUID();
        String token = TokenIssuer.shared().user(ada, "ada");
        ask(token).then().statusCode(503).body("code", equalTo("unavailable"));

        try (AuthStub auth = new AuthStub(url)) {
            auth.jwks = TokenIssuer.shared().jwks();
            auth.revocationAnswers.add("{\"items\":[],\"cursor\":0,\"reset\":true}");
            auth.start();

            Response response = ask(token);

            response.then().statusCode(200).body(equalTo(ada.toString()));
            ask(token).then().statusCode(200);
            assertThat(metrics.counter("ymera.tokens.recognised").count()).isPositive();
        }
    }

    private static Response ask(String token) {
        return given().auth().oauth2(token).get("/probe/me");
    }
}
