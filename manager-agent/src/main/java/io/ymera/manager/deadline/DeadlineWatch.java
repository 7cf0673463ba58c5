package io.ymera.manager.deadline;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.manager.agent.Roster;
import io.ymera.manager.lease.Leases;
import io.ymera.manager.report.Attempts;
import io.ymera.manager.report.ReportProgress;
import io.ymera.manager.report.RunningAttempt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks once a second for tasks whose time is up, for attempts that nobody holds any more, and for agents that have gone
 * silent. Several managers may look at the same time: ending an attempt twice has one effect.
 */
@Singleton
class DeadlineWatch {

    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);

    private final Attempts attempts;
    private final ReportProgress progress;
    private final DeadlineSettings settings;
    private final Leases leases;
    private final Roster roster;
    private final Clock clock;
    private final AbsenceClock silentAgents;
    private final AbsenceClock lapsedLeases;
    private final Duration leaseDuration;

    /** While no manager, no PostgreSQL or no Redis was there, nobody could renew a lease. */
    private volatile Instant seesFrom;

    DeadlineWatch(
            Attempts attempts,
            ReportProgress progress,
            Leases leases,
            Roster roster,
            DeadlineSettings settings,
            Clock clock,
            @ConfigProperty(name = "ymera.agents.lease-duration") Duration leaseDuration) {
        this.attempts = attempts;
        this.progress = progress;
        this.settings = settings;
        this.leases = leases;
        this.roster = roster;
        this.clock = clock;
        this.silentAgents = new AbsenceClock(settings.grace());
        this.lapsedLeases = new AbsenceClock(settings.grace());
        this.leaseDuration = leaseDuration;
        this.seesFrom = clock.instant().plus(leaseDuration);
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> tick() {
        return progress.readUntil().chain(readUntil -> {
            Instant heardUntil = later(readUntil, clock.instant().minus(settings.reportLag()));
            return attempts.expire(heardUntil)
                    .onFailure()
                    .invoke(failure -> LOG.warnf("Deadlines can't be looked at for now: %s", failure.getMessage()))
                    .onFailure()
                    .recoverWithNull()
                    .chain(() -> look(heardUntil));
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private Uni<Void> look(Instant heardUntil) {
        if (clock.instant().isBefore(seesFrom)) {
            return Uni.createFrom().voidItem();
        }
        return roster.present()
                .chain(agents -> leases.alive(agents).chain(alive -> look(agents, alive, heardUntil)))
                .onFailure()
                .invoke(failure -> {
                    seesFrom = clock.instant().plus(leaseDuration);
                    silentAgents.reset();
                    lapsedLeases.reset();
                    LOG.warnf("Leases can't be watched for now: %s", failure.getMessage());
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> look(List<UUID> agents, Leases.Alive alive, Instant heardUntil) {
        Instant now = clock.instant();
        var silent = silentAgents.absentTooLong(agents, alive::isAlive, now, now);
        return Multi.createFrom()
                .iterable(silent)
                .onItem()
                .transformToUniAndConcatenate(roster::markOffline)
                .onItem()
                .ignoreAsUni()
                .chain(attempts::running)
                .chain(running -> endLapsed(running, alive, heardUntil));
    }

    private Uni<Void> endLapsed(List<RunningAttempt> running, Leases.Alive alive, Instant heardUntil) {
        var lapsed = lapsedLeases.absentTooLong(
                running, attempt -> alive.holds(attempt.agent(), attempt.attempt()), clock.instant(), heardUntil);
        if (lapsed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return attempts.lost(lapsed.stream().map(RunningAttempt::attempt).toList())
                .invoke(lost -> LOG.warnf(
                        "%d attempts are lost: their agents went silent (%s)",
                        lost,
                        lapsed.stream()
                                .map(RunningAttempt::agent)
                                .distinct()
                                .map(UUID::toString)
                                .collect(Collectors.joining(", "))))
                .replaceWithVoid();
    }
}
