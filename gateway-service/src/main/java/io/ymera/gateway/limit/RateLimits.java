package io.ymera.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests against their callers' limits. No more than a limit's requests pass in any span of time that is as long as its window,
 * over all replicas together: Redis counts them. While it is away each replica counts by itself, from nothing, so that a caller who
 * reaches all replicas may get as much from each. Thread-safe, and never blocks.
 */
@Singleton
public final class RateLimits {

    private final VertxInternal vertx;
    private final boolean enabled;
    private final Availability availability = new Availability();
    private final LimitMetrics metrics;
    private final Denials denials;
    private final LocalWindows local;
    private final Counting counting;
    private final Map<EventLoop, Lane> lanes = new ConcurrentHashMap<>();

    @Inject
    RateLimits(Vertx vertx, Redis redis, RateLimitConfig config, MeterRegistry registry) {
        this(vertx, redis, config, registry, new WindowScript(WindowScript.SOURCE), System::nanoTime);
    }

    RateLimits(
            Vertx vertx,
            Redis redis,
            RateLimitConfig config,
            MeterRegistry registry,
            WindowScript script,
            LongSupplier nanos) {
        this.vertx = (VertxInternal) vertx;
        this.enabled = Boolean.parseBoolean(config.enabled());
        this.metrics = new LimitMetrics(registry, this::isShared);
        this.denials = new Denials(nanos);
        this.local = new LocalWindows(nanos, metrics);
        this.counting = new Counting(
                redis, script, availability, denials, local, metrics, nanos, config.patience(), config.pause());
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            lane(vertx.createEventLoopContext().nettyEventLoop()).warmUp();
        }
    }

    /** Whether requests are limited at all; if not, all are admitted, and there is nothing to tell their senders. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Whether limits hold for all replicas together, as far as is known; false while Redis is away. */
    public boolean isShared() {
        return enabled && availability.isShared();
    }

    /**
     * Counts a request, if it may pass. To be called from anywhere; requests of one caller that come from one event loop are taken in
     * their order.
     *
     * @param key who asks: see {@link CallerKey}
     * @return never fails; on the context that this is called on, within twice the time that Redis is given
     */
    public Future<Verdict> admit(Limit limit, String key) {
        ContextInternal context = vertx.getOrCreateContext();
        if (!enabled) {
            return context.succeededFuture(Verdict.counted(limit, limit.requests(), Duration.ZERO));
        }
        String counted = CallerKey.counted(limit, key);
        @Nullable Verdict denial = denials.find(counted);
        if (denial != null) {
            metrics.byRedis(denial);
            return context.succeededFuture(denial);
        }
        if (!availability.isShared()) {
            return context.succeededFuture(local.admit(limit, counted));
        }
        Promise<Verdict> verdict = context.promise();
        wait(context.nettyEventLoop(), new Check(limit, counted, verdict));
        return verdict.future();
    }

    private void wait(EventLoop loop, Check check) {
        Lane lane = lane(loop);
        if (loop.inEventLoop()) {
            lane.add(check);
        } else {
            loop.execute(() -> lane.add(check));
        }
    }

    private Lane lane(EventLoop loop) {
        @Nullable Lane known = lanes.get(loop);
        return known != null ? known : lanes.computeIfAbsent(loop, this::newLane);
    }

    private Lane newLane(EventLoop loop) {
        return new Lane(
                vertx.createEventLoopContext(
                        loop, vertx.getWorkerPool(), Thread.currentThread().getContextClassLoader()),
                counting);
    }
}
