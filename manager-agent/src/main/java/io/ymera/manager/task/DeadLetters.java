package io.ymera.manager.task;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.queue.Redrives;
import io.ymera.manager.queue.TaskQueue;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tasks that have failed, and their second chance. */
@Singleton
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int BATCH = 500;

    private final DeadLetterRepository repository;
    private final Redrives redrives;
    private final TaskQueue queue;
    private final Pool pool;

    DeadLetters(DeadLetterRepository repository, Redrives redrives, TaskQueue queue, Pool pool) {
        this.repository = repository;
        this.redrives = redrives;
        this.queue = queue;
        this.pool = pool;
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<DeadLetter>> list(DeadLetterFilter filter, @Nullable UUID cursor, int limit) {
        return repository.list(filter, cursor, limit);
    }

    /** Queues those of {@code tasks} again that have failed and are no steps of workflows; says how many these were. */
    Uni<Integer> redrive(List<UUID> tasks, String by) {
        List<List<UUID>> batches = IntStream.iterate(0, from -> from < tasks.size(), from -> from + BATCH)
                .mapToObj(from -> tasks.subList(from, Math.min(from + BATCH, tasks.size())))
                .toList();
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(batch -> redriveBatch(batch, by))
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(count -> LOG.infof("%d of %d failed tasks were queued again by %s", count, tasks.size(), by));
    }

    /** As above, with up to {@code limit} of those that {@code filter} means, the oldest first. */
    Uni<Integer> redrive(DeadLetterFilter filter, int limit, String by) {
        return repository.redrivable(filter, limit).chain(tasks -> redrive(tasks, by));
    }

    /** In a transaction of its own: a request that breaks off halfway can be sent again. */
    private Uni<Integer> redriveBatch(List<UUID> batch, String by) {
        return pool.withTransaction(transaction -> redrives.redrive(transaction, batch, Set.of(TaskStatus.FAILED), by))
                .invoke(redriven -> queue.announce(redriven.keySet()))
                .map(redriven -> redriven.size());
    }
}
