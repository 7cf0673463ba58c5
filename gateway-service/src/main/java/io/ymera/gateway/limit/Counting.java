package io.ymera.gateway.limit;

import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What all lanes count with.
 *
 * @param nanos the time, as {@link System#nanoTime}
 * @param patience how long an answer of Redis may take, with the connection if there is none
 * @param pause between probes while Redis is away
 */
record Counting(
        Redis redis,
        WindowScript script,
        Availability availability,
        Denials denials,
        LocalWindows local,
        LimitMetrics metrics,
        LongSupplier nanos,
        Duration patience,
        Duration pause) {}
