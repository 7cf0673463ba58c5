package io.ymera.manager.schedule;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.TaskQueue;
import io.ymera.manager.task.Admission;
import io.ymera.manager.task.Admission.Reservation;
import io.ymera.persistence.Ids;
import io.ymera.persistence.SqlState;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks once a second for schedules whose time has come. The task is queued and the schedule moved on in one transaction,
 * which holds the schedule's row, so that of several managers one does it, and a crash repeats all of it or nothing.
 */
@Singleton
class ScheduleTimer {

    private static final Logger LOG = Logger.getLogger(ScheduleTimer.class);
    private static final int BATCH = 100;

    private final ScheduleRepository repository;
    private final ScheduleSettings settings;
    private final TemplateCheck templates;
    private final Admission admission;
    private final TaskQueue queue;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry metrics;

    ScheduleTimer(
            ScheduleRepository repository,
            ScheduleSettings settings,
            TemplateCheck templates,
            Admission admission,
            TaskQueue queue,
            Pool pool,
            Ids ids,
            Clock clock,
            MeterRegistry metrics) {
        this.repository = repository;
        this.settings = settings;
        this.templates = templates;
        this.admission = admission;
        this.queue = queue;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> tick() {
        return fireDue()
                .onFailure()
                .invoke(failure -> LOG.warnf("Schedules wait for now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Fires all that are due. */
    Uni<Void> fireDue() {
        return fire(null, BATCH)
                // Those that wait for room are found again with the next tick
                .chain(fired -> fired == BATCH ? fireDue() : Uni.createFrom().voidItem())
                .onFailure(ScheduleTimer::isLasting)
                .recoverWithUni(failure -> fireOneByOne());
    }

    /** One that can't be fired is not to hold up the others. */
    private Uni<Void> fireOneByOne() {
        return repository.dueIds(clock.instant(), BATCH).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(schedule -> fire(schedule, 1)
                        .onFailure(ScheduleTimer::isLasting)
                        .recoverWithUni(failure -> leaveOut(schedule, failure)))
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Integer> leaveOut(UUID schedule, Throwable failure) {
        LOG.errorf(failure, "Schedule %s can't be fired and is stopped", schedule);
        return repository.stop(schedule, "Its task can't be queued").replaceWith(0);
    }

    private Uni<Integer> fire(@Nullable UUID only, int limit) {
        Instant now = clock.instant();
        Reservation room = admission.reservation();
        return pool.withTransaction(transaction -> repository
                        .due(transaction, now, only, limit)
                        .chain(due -> firings(transaction, due, room, now))
                        .call(firings -> queue.enqueue(transaction, tasks(firings)))
                        .call(firings -> repository.moveOn(transaction, firings, now)))
                .invoke(room::use)
                .onTermination()
                .invoke(room::release)
                .invoke(this::announce)
                .map(ScheduleTimer::moved);
    }

    private static int moved(List<Firing> firings) {
        return Math.toIntExact(firings.stream()
                .filter(firing -> !(firing instanceof Firing.Wait))
                .count());
    }

    private Uni<List<Firing>> firings(SqlClient transaction, List<DueSchedule> due, Reservation room, Instant now) {
        List<UUID> before = due.stream()
                .filter(DueSchedule::mayNotOverlap)
                .flatMap(schedule -> schedule.recentTaskIds().stream())
                .toList();
        return repository.notEnded(transaction, before).chain(notEnded -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(schedule -> firing(transaction, schedule, notEnded, room, now))
                .collect()
                .asList());
    }

    private Uni<Firing> firing(
            SqlClient transaction, DueSchedule schedule, Set<UUID> notEnded, Reservation room, Instant now) {
        Timing timing = Timing.of(schedule.definition());
        // After now, not after the time that was due: several that passed count as one
        Instant nextIfSkipped = timing.next(now, schedule.runs()).orElse(null);
        Instant nextIfRun = timing.next(now, schedule.runs() + 1).orElse(null);
        if (schedule.isMissed(now, settings.lateAfter())) {
            return skip(
                    schedule, nextIfSkipped, "missed", "It could not run at " + schedule.dueAt() + " nor soon after");
        }
        if (schedule.mayNotOverlap()) {
            for (UUID task : schedule.recentTaskIds()) {
                if (notEnded.contains(task)) {
                    return skip(schedule, nextIfSkipped, "overlap", "Task %s has not ended".formatted(task));
                }
            }
        }
        return templates
                .check(transaction, schedule.owner(), schedule.definition().task())
                .map(version -> run(schedule, version, nextIfRun, nextIfSkipped, room))
                .onFailure(ApiException::isRefusal)
                .recoverWithUni(refusal -> skip(schedule, nextIfSkipped, "refused", refusal.getMessage()));
    }

    private Firing run(
            DueSchedule schedule,
            int version,
            @Nullable Instant nextIfRun,
            @Nullable Instant nextIfSkipped,
            Reservation room) {
        try {
            room.add(schedule.owner());
        } catch (ApiException e) {
            return e.code() == ErrorCode.TOO_MANY_REQUESTS
                    ? new Firing.Skip(schedule.id(), nextIfSkipped, "too_many_waiting", e.detail())
                    : new Firing.Wait(schedule.id(), schedule.dueAt());
        }
        return new Firing.Run(schedule.id(), nextIfRun, schedule.task(ids.next(), version));
    }

    private static Uni<Firing> skip(
            DueSchedule schedule, @Nullable Instant next, String reason, @Nullable String detail) {
        return Uni.createFrom().item(new Firing.Skip(schedule.id(), next, reason, detail == null ? "" : detail));
    }

    private static List<NewTask> tasks(List<Firing> firings) {
        return firings.stream()
                .filter(Firing.Run.class::isInstance)
                .map(firing -> ((Firing.Run) firing).task())
                .toList();
    }

    private void announce(List<Firing> firings) {
        List<UUID> queued = tasks(firings).stream().map(NewTask::id).toList();
        if (!queued.isEmpty()) {
            queue.announce(queued);
        }
        for (Firing firing : firings) {
            switch (firing) {
                case Firing.Run run -> count("ran");
                case Firing.Skip skip -> count(skip.reason());
                case Firing.Wait wait -> {} // to be counted once, when it is known what becomes of it
            }
        }
    }

    private void count(String outcome) {
        metrics.counter("ymera.schedule.firings", "outcome", outcome).increment();
    }

    /** Trying again would lead to the same. */
    private static boolean isLasting(Throwable failure) {
        return failure instanceof UncheckedIOException
                || failure instanceof DateTimeException
                || ApiException.isRefusal(failure)
                || SqlState.isRefusal(failure);
    }
}
