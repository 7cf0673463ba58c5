package io.ymera.gateway.limit;

import java.time.Duration;
import java.util.Map;

/** A configuration that a test has made up. */
record TestConfig(String enabled, String redisUrl, Duration patience, Duration pause) implements RateLimitConfig {

    @Override
    public Map<String, ClassConfig> classes() {
        return Map.of();
    }
}
