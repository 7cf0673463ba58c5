package io.ymera.manager.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.manager.dispatch.Dispatcher;
import io.ymera.manager.live.Wakeups;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Attempts at tasks: what agents report about them takes effect here, once each and only while the attempt is current. */
@Singleton
public class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final AttemptRepository repository;
    private final RetrySettings retry;
    private final Pool pool;
    private final RandomGenerator random;
    private final Dispatcher dispatcher;
    private final Wakeups wakeups;
    private final MeterRegistry metrics;

    Attempts(
            AttemptRepository repository,
            RetrySettings retry,
            Pool pool,
            RandomGenerator random,
            Dispatcher dispatcher,
            Wakeups wakeups,
            MeterRegistry metrics) {
        this.repository = repository;
        this.retry = retry;
        this.pool = pool;
        this.random = random;
        this.dispatcher = dispatcher;
        this.wakeups = wakeups;
        this.metrics = metrics;
    }

    /** Folds reports in, in order and in one transaction; folding the same reports again changes nothing. */
    Uni<Void> fold(List<TaskEvent> events) {
        // Prepared on the caller's thread: large results are not to be rendered on an event loop
        List<Function<SqlClient, Uni<Boolean>>> folds =
                events.stream().map(this::prepare).toList();
        return pool.withTransaction(connection -> Uni.join()
                        .all(folds.stream().map(fold -> fold.apply(connection)).toList())
                        .usingConcurrencyOf(1)
                        .andFailFast())
                .invoke(applied -> announce(events, applied))
                .replaceWithVoid();
    }

    /**
     * Ends an attempt of which nothing more is expected, if it still is the current one.
     *
     * @param counts whether it counts against the task's budget of attempts
     */
    public Uni<Boolean> end(AttemptRef attempt, TaskFailure failure, boolean counts) {
        return ended(pool, attempt, null, failure, counts).invoke(changed -> {
            if (changed) {
                wakeups.changed(Set.of(attempt.taskId()));
                dispatcher.wake();
            }
        });
    }

    /** The attempts that were dispatched and have not ended. */
    public Uni<List<UnfinishedAttempt>> unfinished() {
        return repository.unfinished();
    }

    private Function<SqlClient, Uni<Boolean>> prepare(TaskEvent event) {
        AttemptRef attempt = event.attempt();
        UUID agent = event.agentId();
        return switch (event.report()) {
            case Started() -> client -> repository.started(client, attempt, agent, event.sequence());
            case Progress progress -> client -> repository.progress(client, attempt, agent, event.sequence(), progress);
            case Completed(var result) -> {
                String text = result.toString();
                yield client -> repository.completed(client, attempt, agent, text);
            }
            case Failed(var failure) -> client -> ended(client, attempt, agent, failure, true);
            case Released(var reason) ->
                client -> ended(client, attempt, agent, new TaskFailure("released", reason, true), false);
        };
    }

    private Uni<Boolean> ended(
            SqlClient client, AttemptRef attempt, @Nullable UUID agent, TaskFailure failure, boolean counts) {
        return repository.ended(client, attempt, agent, failure, counts, random.nextDouble(), retry);
    }

    private void announce(List<TaskEvent> events, List<Boolean> applied) {
        Set<UUID> changed = new LinkedHashSet<>();
        boolean slotsFreed = false;
        for (int i = 0; i < events.size(); i++) {
            TaskEvent event = events.get(i);
            count(event, applied.get(i));
            LOG.debugf("%s by agent %s, applied: %s", event.attempt(), event.agentId(), applied.get(i));
            if (applied.get(i)) {
                changed.add(event.attempt().taskId());
                slotsFreed |= !(event.report() instanceof Started || event.report() instanceof Progress);
            }
        }
        wakeups.changed(changed);
        if (slotsFreed) {
            dispatcher.wake();
        }
    }

    private void count(TaskEvent event, boolean applied) {
        metrics.counter(
                        "ymera.task.reports",
                        "type",
                        event.report().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        "effect",
                        applied ? "applied" : "stale")
                .increment();
    }
}
