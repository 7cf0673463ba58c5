package io.ymera.manager.report;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.dispatch.AgentControl;
import io.ymera.manager.dispatch.Dispatcher;
import io.ymera.manager.live.Wakeups;
import io.ymera.manager.queue.TaskEndings;
import io.ymera.manager.report.TaskRow.Circumstances;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Attempts at tasks: what agents report about them takes effect here, once each and only while the attempt is current. */
@Singleton
public class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final int EXPIRED_AT_A_TIME = 200;

    /** After a run timeout, for an agent's report that it has stopped the attempt by itself. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private final TaskRowRepository repository;
    private final TaskEndings endings;
    private final RetrySettings retry;
    private final Pool pool;
    private final RandomGenerator random;
    private final Clock clock;
    private final Dispatcher dispatcher;
    private final AgentControl agents;
    private final Wakeups wakeups;
    private final AttemptMetrics metrics;

    Attempts(
            TaskRowRepository repository,
            TaskEndings endings,
            RetrySettings retry,
            Pool pool,
            RandomGenerator random,
            Clock clock,
            Dispatcher dispatcher,
            AgentControl agents,
            Wakeups wakeups,
            AttemptMetrics metrics) {
        this.repository = repository;
        this.endings = endings;
        this.retry = retry;
        this.pool = pool;
        this.random = random;
        this.clock = clock;
        this.dispatcher = dispatcher;
        this.agents = agents;
        this.wakeups = wakeups;
        this.metrics = metrics;
    }

    /** Folds one report in, and says what it did. */
    public Uni<Effect> report(TaskEvent event) {
        return fold(List.of(event)).map(List::getFirst);
    }

    /**
     * Folds reports in, in order and in one transaction; folding the same reports again changes nothing.
     *
     * @return what each did
     */
    Uni<List<Effect>> fold(List<TaskEvent> events) {
        Circumstances circumstances = circumstances();
        List<UUID> tasks = events.stream()
                .map(event -> event.attempt().taskId())
                .distinct()
                .sorted()
                .toList();
        List<Effect> effects = new ArrayList<>();
        return change(
                        transaction -> repository.lock(transaction, tasks),
                        rows -> effects.addAll(apply(events, rows, circumstances)),
                        circumstances)
                .map(changed -> {
                    for (int i = 0; i < events.size(); i++) {
                        metrics.reported(events.get(i).report(), effects.get(i));
                        LOG.debugf("%s: %s", events.get(i).attempt(), effects.get(i));
                    }
                    return effects;
                });
    }

    /**
     * Ends attempts whose agents have gone silent, those of them that are still current.
     *
     * @return how many were
     */
    public Uni<Integer> lost(Collection<AttemptRef> attempts) {
        Circumstances circumstances = circumstances();
        Map<UUID, AttemptRef> byTask = new HashMap<>();
        attempts.forEach(attempt -> byTask.put(attempt.taskId(), attempt));
        return change(
                        transaction -> repository.lock(transaction, byTask.keySet()),
                        rows -> rows.forEach(row -> row.lose(requireNonNull(byTask.get(row.id())), circumstances)),
                        circumstances)
                .map(List::size);
    }

    /**
     * Does what is due about tasks with a deadline that has passed: fails them, or lets them be tried again.
     *
     * @param reportsReadUntil what agents reported until then has been folded in; of the tasks that agents may have, those
     *     with a later deadline are left alone
     */
    public Uni<Void> expire(Instant reportsReadUntil) {
        Circumstances circumstances = circumstances();
        List<AttemptRef> stopped = new ArrayList<>();
        return change(
                        transaction -> repository.lockExpired(
                                transaction, circumstances.now(), reportsReadUntil, EXPIRED_AT_A_TIME),
                        rows -> {
                            stopped.clear();
                            for (TaskRow row : rows) {
                                boolean ran = row.status() == TaskStatus.RUNNING;
                                row.expire(circumstances);
                                if (ran) {
                                    stopped.add(row.ref());
                                }
                            }
                        },
                        circumstances)
                .invoke(changed -> agents.cancel(stopped))
                .chain(changed -> changed.size() == EXPIRED_AT_A_TIME
                        ? expire(reportsReadUntil)
                        : Uni.createFrom().voidItem());
    }

    /** The attempts that agents have said they run. */
    public Uni<List<RunningAttempt>> running() {
        return repository.running();
    }

    private Uni<List<TaskRow>> change(
            Function<SqlClient, Uni<List<TaskRow>>> lock, Consumer<List<TaskRow>> decide, Circumstances circumstances) {
        return pool.withTransaction(transaction -> lock.apply(transaction).chain(rows -> {
                    decide.accept(rows);
                    List<TaskRow> changed =
                            rows.stream().filter(TaskRow::isChanged).toList();
                    return repository
                            .write(transaction, changed, circumstances.now())
                            .chain(() -> endings.ended(
                                    transaction,
                                    changed.stream()
                                            .filter(row -> row.status().isFinal())
                                            .map(TaskRow::ended)
                                            .toList()))
                            .replaceWith(changed);
                }))
                .invoke(changed -> announce(changed, circumstances));
    }

    private static List<Effect> apply(List<TaskEvent> events, List<TaskRow> rows, Circumstances circumstances) {
        Map<UUID, TaskRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        List<Effect> effects = new ArrayList<>(events.size());
        for (TaskEvent event : events) {
            @Nullable TaskRow row = byId.get(event.attempt().taskId());
            effects.add(
                    row == null
                            ? Effect.UNKNOWN
                            : row.apply(
                                    event.attempt(), event.agentId(), event.sequence(), event.report(), circumstances));
        }
        return effects;
    }

    private void announce(List<TaskRow> changed, Circumstances circumstances) {
        if (changed.isEmpty()) {
            return;
        }
        metrics.changed(changed, circumstances.now());
        wakeups.changed(changed.stream().map(TaskRow::id).toList());
        if (changed.stream().anyMatch(row -> row.status() == TaskStatus.PENDING || row.hasConsequences())) {
            dispatcher.wake();
        } else if (changed.stream().anyMatch(row -> row.status() != TaskStatus.RUNNING)) {
            dispatcher.slotsFreed();
        }
    }

    private Circumstances circumstances() {
        return new Circumstances(clock.instant(), random.nextDouble(), retry.maxLostAgents(), GRACE);
    }
}
