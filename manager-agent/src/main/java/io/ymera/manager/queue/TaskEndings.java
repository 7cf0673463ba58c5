package io.ymera.manager.queue;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells those concerned that tasks have ended; whoever makes a task final calls this in the same transaction. */
@Singleton
public class TaskEndings {

    private final ConcurrencyKeys keys;
    private final List<EndedTaskListener> listeners;

    TaskEndings(ConcurrencyKeys keys, @All List<EndedTaskListener> listeners) {
        this.keys = keys;
        this.listeners = listeners;
    }

    /**
     * Lets every listener do its part, one after the other, and frees what the tasks held. In this order, for locks are
     * taken in one order everywhere: tasks, their workflows, concurrency keys, shares of the queue.
     */
    public Uni<Void> ended(SqlClient transaction, List<EndedTask> tasks) {
        List<EndedTask> relevant =
                tasks.stream().filter(EndedTask::hasConsequences).toList();
        if (relevant.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> done = Uni.createFrom().voidItem();
        for (EndedTaskListener listener : listeners) {
            done = done.chain(() -> listener.ended(transaction, relevant));
        }
        return done.chain(() -> keys.release(transaction, relevant));
    }
}
