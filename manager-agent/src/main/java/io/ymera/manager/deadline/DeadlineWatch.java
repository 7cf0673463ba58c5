package io.ymera.manager.deadline;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.agent.Roster;
import io.ymera.manager.lease.Leases;
import io.ymera.manager.report.Attempts;
import io.ymera.manager.report.UnfinishedAttempt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks once a second for attempts that nobody holds any more or whose time is up, and ends them; and for agents that have
 * gone silent. Several managers may look at the same time: ending an attempt twice has one effect.
 */
@Singleton
class DeadlineWatch {

    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);

    private final Attempts attempts;
    private final Leases leases;
    private final Roster roster;
    private final DeadlineSettings settings;
    private final Clock clock;
    private final AbsenceClock silentAgents;
    private final AbsenceClock lapsedLeases;
    private final Duration leaseDuration;

    /** While no manager, no PostgreSQL or no Redis was there, nobody could renew a lease. */
    private volatile Instant seesFrom;

    DeadlineWatch(
            Attempts attempts,
            Leases leases,
            Roster roster,
            DeadlineSettings settings,
            Clock clock,
            @ConfigProperty(name = "ymera.agents.lease-duration") Duration leaseDuration) {
        this.attempts = attempts;
        this.leases = leases;
        this.roster = roster;
        this.settings = settings;
        this.clock = clock;
        this.silentAgents = new AbsenceClock(settings.grace());
        this.lapsedLeases = new AbsenceClock(settings.grace());
        this.leaseDuration = leaseDuration;
        this.seesFrom = clock.instant().plus(leaseDuration);
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> look() {
        if (clock.instant().isBefore(seesFrom)) {
            return Uni.createFrom().voidItem();
        }
        return roster.present()
                .chain(agents -> leases.alive(agents).chain(alive -> look(agents, alive)))
                .onFailure()
                .invoke(failure -> {
                    seesFrom = clock.instant().plus(leaseDuration);
                    silentAgents.reset();
                    lapsedLeases.reset();
                    LOG.warnf("Deadlines can't be watched for now: %s", failure.getMessage());
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> look(List<UUID> agents, Leases.Alive alive) {
        var silent = silentAgents.absentTooLong(agents, alive::isAlive, clock.instant());
        return Multi.createFrom()
                .iterable(silent)
                .onItem()
                .transformToUniAndConcatenate(roster::markOffline)
                .onItem()
                .ignoreAsUni()
                .chain(attempts::unfinished)
                .chain(unfinished -> endOverdue(unfinished, alive));
    }

    private Uni<Void> endOverdue(List<UnfinishedAttempt> unfinished, Leases.Alive alive) {
        var running = unfinished.stream()
                .filter(attempt -> attempt.status() == TaskStatus.RUNNING)
                .toList();
        var lapsed = lapsedLeases.absentTooLong(running, attempt -> isHeld(attempt, alive), clock.instant());
        return Multi.createFrom()
                .iterable(unfinished)
                .onItem()
                .transformToUniAndConcatenate(attempt -> overdue(attempt, lapsed.contains(attempt))
                        .map(end -> attempts.end(attempt.attempt(), end.failure(), end.counts())
                                .invoke(changed -> {
                                    if (changed) {
                                        LOG.warnf("%s ended: %s", attempt.attempt(), end.failure());
                                    }
                                }))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .onItem()
                .ignoreAsUni();
    }

    private static boolean isHeld(UnfinishedAttempt attempt, Leases.Alive alive) {
        UUID agent = attempt.agentId();
        return agent != null && alive.holds(agent, attempt.attempt());
    }

    private Optional<Ending> overdue(UnfinishedAttempt attempt, boolean lapsed) {
        if (lapsed) {
            return Optional.of(new Ending(
                    new TaskFailure("agent_lost", "The agent that ran this attempt went silent", true), true));
        }
        var started = attempt.startedAt();
        // The agent stops it by itself when the time is up; this is for one that does not
        if (started != null && isPast(started.plus(attempt.runTimeout()).plus(settings.grace()))) {
            return Optional.of(new Ending(
                    new TaskFailure(
                            "run_timeout",
                            "The attempt ran for more than %d s"
                                    .formatted(attempt.runTimeout().toSeconds()),
                            true),
                    true));
        }
        var published = attempt.publishedAt();
        if (attempt.status() == TaskStatus.DISPATCHED
                && published != null
                && isPast(published.plus(settings.startTimeout()))) {
            return Optional.of(
                    new Ending(new TaskFailure("not_started", "No agent started this attempt in time", true), false));
        }
        return Optional.empty();
    }

    private boolean isPast(Instant deadline) {
        return clock.instant().isAfter(deadline);
    }

    private record Ending(TaskFailure failure, boolean counts) {}
}
