package io.ymera.codebase;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An agent that is by itself: there is no manager, no auth-service and no Kafka. */
public class Alone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.rest-client.manager.url", "http://127.0.0.1:9",
                "quarkus.oidc-client.auth-server-url", "http://127.0.0.1:9",
                "quarkus.oidc-client.client-id", "test",
                "quarkus.oidc-client.credentials.secret", "test",
                "kafka.bootstrap.servers", "127.0.0.1:9");
    }
}
