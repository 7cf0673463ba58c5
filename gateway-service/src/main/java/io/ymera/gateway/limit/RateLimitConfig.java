package io.ymera.gateway.limit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

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
}
