package io.ymera.gateway.limit;

import java.time.Duration;

/** A configuration that a test has made up. */
record TestConfig(String enabled, String redisUrl, Duration patience, Duration pause) implements RateLimitConfig {}
