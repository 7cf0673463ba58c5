package io.ymera.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Whether requests are limited, and by which Redis. */
@ConfigMapping(prefix = "ymera.rate-limit")
interface RateLimitConfig {

    /** Text, because anything but {@code true} would be a quiet {@code false}. */
    String enabled();

    String redisUrl();

    /** How long an answer of Redis may take before the request is counted here. */
    Duration patience();

    /** Between probes while Redis is away. */
    Duration pause();

    /** By the names that the routes call them. */
    Map<String, ClassConfig> classes();

    interface ClassConfig {

        /** Of each caller, in any span of time as long as the window. */
        int requests();

        @WithDefault("1m")
        Duration window();
    }
}
