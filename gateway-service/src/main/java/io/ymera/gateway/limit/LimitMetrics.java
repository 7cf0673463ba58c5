package io.ymera.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;

/** What operators see: how many may pass, who says so, and whether limits hold for all replicas together. Thread-safe. */
final class LimitMetrics {

    private final Counter admittedByRedis;
    private final Counter deniedByRedis;
    private final Counter admittedHere;
    private final Counter deniedHere;

    LimitMetrics(MeterRegistry registry, BooleanSupplier shared) {
        admittedByRedis = checks(registry, "admitted", "redis");
        deniedByRedis = checks(registry, "denied", "redis");
        admittedHere = checks(registry, "admitted", "local");
        deniedHere = checks(registry, "denied", "local");
        Gauge.builder("ymera.gateway.rate.limit.shared", () -> shared.getAsBoolean() ? 1 : 0)
                .description("1 if requests are counted in Redis, for all replicas; 0 if each replica counts its own")
                .register(registry);
    }

    private static Counter checks(MeterRegistry registry, String outcome, String source) {
        return Counter.builder("ymera.gateway.rate.limit.checks")
                .description("Requests that were held against their limits")
                .tags("outcome", outcome, "source", source)
                .register(registry);
    }

    /** A verdict of Redis, be it a remembered one. */
    void byRedis(Verdict verdict) {
        (verdict.admitted() ? admittedByRedis : deniedByRedis).increment();
    }

    /** A verdict of this process, because Redis is away. */
    void here(Verdict verdict) {
        (verdict.admitted() ? admittedHere : deniedHere).increment();
    }
}
