package io.ymera.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test {@code REDIS_URL}: real Redis, with a password, shared with the other tests of this JVM. */
public final class RedisResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("REDIS_URL", TestServers.redis().part().url());
    }

    @Override
    public void stop() {
        // the server serves the other tests of this JVM
    }
}
