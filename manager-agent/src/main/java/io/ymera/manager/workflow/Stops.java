package io.ymera.manager.workflow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.manager.queue.Cancellations;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Cancels the tasks of steps that are to stop. In transactions of their own: who cancels tasks locks them first and the
 * workflow after them, as everybody does who ends tasks.
 */
@Singleton
class Stops {

    private static final Logger LOG = Logger.getLogger(Stops.class);
    private static final String REASON = "Its workflow was cancelled, or another step of it failed";

    private final WatchRepository repository;
    private final Cancellations cancellations;
    private final Pool pool;

    Stops(WatchRepository repository, Cancellations cancellations, Pool pool) {
        this.repository = repository;
        this.cancellations = cancellations;
        this.pool = pool;
    }

    /** Cancels what is to be cancelled, soon; never fails. */
    void soon() {
        all().subscribe().with(done -> {}, failure -> LOG.warnf("Steps stop later: %s", failure.getMessage()));
    }

    /** Cancels what is to be cancelled. */
    Uni<Void> all() {
        return repository.stopping().chain(workflows -> Multi.createFrom()
                .iterable(workflows)
                .onItem()
                .transformToUniAndConcatenate(this::stop)
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Void> stop(UUID workflow) {
        return pool.withTransaction(transaction -> repository
                        .tasksToStop(transaction, workflow)
                        .chain(tasks -> cancellations.cancel(transaction, tasks, REASON)))
                .invoke(cancellations::announce)
                .replaceWithVoid()
                // One that can't be stopped now holds up no others
                .onFailure()
                .invoke(failure -> LOG.warnf("Workflow %s stops later: %s", workflow, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
