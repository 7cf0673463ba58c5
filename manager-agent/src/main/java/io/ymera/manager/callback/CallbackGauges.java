package io.ymera.manager.callback;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.ymera.manager.callback.CallbackRepository.Pending;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Shows the callbacks that are not over. Every manager shows the same: take one's value, not the sum. */
@Singleton
class CallbackGauges {

    private static final Logger LOG = Logger.getLogger(CallbackGauges.class);

    private final CallbackRepository repository;
    private final Clock clock;
    private volatile Pending pending = new Pending(0, null);

    CallbackGauges(CallbackRepository repository, Clock clock, MeterRegistry metrics) {
        this.repository = repository;
        this.clock = clock;
        Gauge.builder("ymera.callbacks.pending", this, gauges -> gauges.pending.callbacks())
                .description("Callbacks that are to be sent, or to be sent again")
                .register(metrics);
        Gauge.builder("ymera.callbacks.oldest.age", this, CallbackGauges::oldestAgeSeconds)
                .description("Since when the oldest of them is to be sent")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double oldestAgeSeconds() {
        Instant oldest = pending.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }

    @Scheduled(every = "10s", concurrentExecution = SKIP)
    Uni<Void> refresh() {
        return repository
                .pending()
                .invoke(counted -> pending = counted)
                .onFailure()
                .invoke(failure -> LOG.debugf("The gauges stay as they are: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
