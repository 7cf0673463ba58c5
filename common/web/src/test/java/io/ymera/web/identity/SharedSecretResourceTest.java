package io.ymera.web.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ymera.testkit.TokenIssuer;
import io.ymera.testkit.TokenIssuerResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service with {@code JWT_ALGORITHM=HS256}. */
@QuarkusTest
@TestProfile(SharedSecretResourceTest.Hs256.class)
class SharedSecretResourceTest {

    private static final String SECRET = "Zm9yIHRoaXMgdGVzdCBvbmx5LCBub3QgZm9yIGFueXRoaW5nIGVsc2U";
    private static final TokenIssuer ISSUER = TokenIssuer.shared();

    public static final class Hs256 implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("JWT_ALGORITHM", "HS256", "JWT_SECRET_KEY", SECRET);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TokenIssuerResource.class));
        }
    }

    @Test
    void theSecretDecides() {
        // An administrator's tokens: known, but not a user's
        assertThat(status(ISSUER.hmac("hs256", SECRET.getBytes(UTF_8)))).isEqualTo(403);
        assertThat(status(ISSUER.hmac("hs256", "another secret of more than 32 bytes".getBytes(UTF_8))))
                .isEqualTo(401);
        assertThat(status(ISSUER.hmacWithPublicKey())).isEqualTo(401);
        assertThat(status(ISSUER.unsigned())).isEqualTo(401);
    }

    @Test
    void tokensFromBeforeTheChangeGoOn() {
        assertThat(status(ISSUER.user())).isEqualTo(200);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/probe/me").statusCode();
    }
}
