package io.ymera.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ymera.gateway.route.Route;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.gateway.visit.Visit;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How many requests, and how long they took: by route, never by path, so that clients can't make time series. Thread-safe. */
@Singleton
class RequestMetrics {

    private static final String NO_ROUTE = "none";

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Key(@Nullable Route route, int status) {}

    /** Counts {@code visit}, which is over. */
    void count(Visit visit, boolean early) {
        Match.@Nullable Found match = visit.match();
        Key key = new Key(match == null ? null : match.route(), visit.status(early));
        timers.computeIfAbsent(key, this::timer).record(System.nanoTime() - visit.begun(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        @Nullable Route route = key.route();
        return Timer.builder("ymera.gateway.requests")
                .description("Requests, from their heads to the ends of their answers")
                .tags(
                        "route", route == null ? NO_ROUTE : route.path().toString(),
                        "method", route == null ? NO_ROUTE : route.method(),
                        "service", route == null ? NO_ROUTE : route.service(),
                        "status", Integer.toString(key.status()))
                .register(registry);
    }
}
