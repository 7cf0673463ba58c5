package io.ymera.manager.retention;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Looks now and then for what is older than it has to be kept, and deletes it. */
@Singleton
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final RetentionRepository repository;
    private final RetentionSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private volatile boolean stopping;

    Retention(RetentionRepository repository, RetentionSettings settings, Clock clock, MeterRegistry metrics) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "${ymera.retention.every:10m}", delayed = "1m", concurrentExecution = SKIP)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        Instant ended = now.minus(settings.tasks());
        Instant failed = now.minus(settings.failedTasks());
        int batch = settings.batch();
        // Workflows first: those that are there keep their tasks
        return walk("workflows", last -> repository.workflows(last, ended, failed, batch))
                .chain(() -> walk("tasks", last -> repository.tasks(last, ended, failed, batch)))
                .chain(() ->
                        walk("callbacks", last -> repository.callbacks(last, now.minus(settings.callbacks()), batch)))
                .chain(() -> exhaust("agents", () -> repository.agents(now.minus(settings.offlineAgents()), batch)))
                .chain(() -> exhaust("fair_shares", () -> repository.fairShares(batch)))
                .chain(() -> exhaust(
                        "stored_results", () -> repository.storedResults(now.minus(settings.storedResults()), batch)));
    }

    /** Goes from one end to the other. */
    private Uni<Void> walk(String what, Function<UUID, Uni<Batch>> step) {
        AtomicReference<UUID> last = new AtomicReference<>(Ages.FIRST);
        return repeat(
                what,
                () -> step.apply(last.get()).invoke(batch -> {
                    count(what, batch.deleted());
                    UUID reached = batch.last();
                    if (reached != null) {
                        last.set(reached);
                    }
                }),
                batch -> batch.last() != null);
    }

    /** Goes on until there is less than a whole batch. */
    private Uni<Void> exhaust(String what, Supplier<Uni<Integer>> step) {
        return repeat(
                what, () -> step.get().invoke(deleted -> count(what, deleted)), deleted -> deleted >= settings.batch());
    }

    /** What can't be deleted now is deleted later; it keeps nothing else from being deleted. */
    private <T> Uni<Void> repeat(String what, Supplier<Uni<T>> step, Predicate<T> hasMore) {
        Timer.Sample begun = Timer.start(metrics);
        return Multi.createBy()
                .repeating()
                .uni(() -> step.get())
                .withDelay(settings.pause())
                .whilst(done -> hasMore.test(done) && !stopping)
                .onItem()
                .ignoreAsUni()
                .invoke(() -> begun.stop(metrics.timer("ymera.retention.sweeps", "what", what)))
                .onFailure()
                .invoke(failure -> LOG.warnf("Old %s stay for now: %s", what, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void count(String what, int deleted) {
        metrics.counter("ymera.retention.deleted", "what", what).increment(deleted);
    }
}
