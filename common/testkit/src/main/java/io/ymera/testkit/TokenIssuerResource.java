package io.ymera.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus test {@code AUTH_SERVICE_URL}, {@code SERVICE_CLIENT_ID} and {@code SERVICE_CLIENT_SECRET}: a loopback server that
 * has the key set of {@link TokenIssuer} at {@code /.well-known/jwks.json}, grants client credentials (by HTTP Basic) and exchanges
 * {@link TestApiKey}s at {@code POST /auth/token}, and tells at {@code /auth/revocations} what tests have revoked. Knows nothing else
 * of what auth-service does.
 */
public final class TokenIssuerResource implements QuarkusTestResourceLifecycleManager {

    /** The client that may ask for a token. */
    public static final String CLIENT_ID = "test-agent";

    private final String secret = TestRun.remember("issuer.client-secret", TestRun::newSecret);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "AUTH_SERVICE_URL", IssuerServer.url(CLIENT_ID, secret),
                "SERVICE_CLIENT_ID", CLIENT_ID,
                "SERVICE_CLIENT_SECRET", secret);
    }

    @Override
    public void stop() {
        // the server serves the other tests of this JVM, and ends with it
    }
}
