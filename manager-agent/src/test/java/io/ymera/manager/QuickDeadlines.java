package io.ymera.manager;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.ymera.testkit.KafkaResource;
import io.ymera.testkit.PostgresResource;
import io.ymera.testkit.RedisResource;
import io.ymera.testkit.TokenIssuerResource;
import java.util.List;
import java.util.Map;

/** The manager on real servers, less patient than in production, so that what lapses lapses soon. */
public final class QuickDeadlines implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ymera.agents.heartbeat-interval", "1s",
                "ymera.agents.lease-duration", "3s",
                "ymera.deadline.grace", "2s",
                "ymera.dispatch.start-timeout", "15s",
                "ymera.retention.every", "off",
                "ymera.callback.encryption-key", "ab".repeat(32),
                "ymera.callback.allow-private", "true",
                "ymera.callback.allow-http", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresResource.class, Map.of("role", "manager")),
                new TestResourceEntry(RedisResource.class),
                new TestResourceEntry(KafkaResource.class),
                new TestResourceEntry(TokenIssuerResource.class));
    }
}
