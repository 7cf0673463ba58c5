package io.ymera.manager.workflow;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.persistence.Defects;
import io.ymera.persistence.SqlState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks once a second for approvals that nobody has decided in time, for steps that are to stop, and for workflows that
 * have more to do. Several managers may look at the same time.
 */
@Singleton
class WorkflowWatch {

    private static final Logger LOG = Logger.getLogger(WorkflowWatch.class);
    private static final int AT_A_TIME = 200;

    private final WatchRepository repository;
    private final Engine engine;
    private final Stops stops;
    private final Pool pool;
    private final Clock clock;

    WorkflowWatch(WatchRepository repository, Engine engine, Stops stops, Pool pool, Clock clock) {
        this.repository = repository;
        this.engine = engine;
        this.stops = stops;
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> tick() {
        return whatIsDue()
                .chain(stops::all)
                .onFailure()
                .invoke(failure -> LOG.warnf("Workflows go on later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** One after the other, so that one that can't go on holds up no others. */
    private Uni<Void> whatIsDue() {
        return repository.due(clock.instant(), AT_A_TIME).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::goOn)
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Void> goOn(UUID workflow) {
        return pool.withTransaction(transaction -> repository
                        .lockFree(transaction, workflow)
                        .chain(locked -> engine.change(transaction, locked, runs -> {
                            runs.values().forEach(Approvals::expire);
                            return Uni.createFrom().voidItem();
                        })))
                .onFailure()
                .invoke(failure -> LOG.warnf("Workflow %s goes on later: %s", workflow, failure.getMessage()))
                .onFailure(WorkflowWatch::isLasting)
                .recoverWithUni(failure -> repository.postpone(workflow, clock.instant()))
                .onFailure()
                .recoverWithNull();
    }

    /** Trying again at once would lead to the same. */
    private static boolean isLasting(Throwable failure) {
        return Defects.isDefect(failure) || SqlState.isRefusal(failure);
    }

    /** Whoever ends a task tells its workflow in the same transaction. This is for the day on which somebody forgets. */
    @Scheduled(every = "30s", concurrentExecution = SKIP)
    Uni<Void> listen() {
        return repository
                .unheard()
                .call(this::tell)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Unheard endings are looked for later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> tell(List<RunRepository.EndedItem> unheard) {
        if (unheard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.errorf("Workflows were not told that tasks had ended: %s", unheard);
        return pool.withTransaction(transaction -> engine.ended(transaction, unheard));
    }
}
