package io.ymera.manager.queue;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.queue.ConcurrencyKeys.Wish;
import io.ymera.manager.queue.QueueRepository.Due;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Once a second lets those tasks in whose time has come, and passes on concurrency keys that nobody holds. Several managers
 * may do it at the same time.
 */
@Singleton
class QueueTimer {

    private static final Logger LOG = Logger.getLogger(QueueTimer.class);
    private static final int BATCH = 500;

    private final QueueRepository repository;
    private final FairShare fairShare;
    private final ConcurrencyKeys keys;
    private final TaskQueue queue;
    private final Pool pool;
    private final Clock clock;

    QueueTimer(
            QueueRepository repository,
            FairShare fairShare,
            ConcurrencyKeys keys,
            TaskQueue queue,
            Pool pool,
            Clock clock) {
        this.repository = repository;
        this.fairShare = fairShare;
        this.keys = keys;
        this.queue = queue;
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> tick() {
        return letIn().chain(this::passOnKeys)
                .onFailure()
                .invoke(failure -> LOG.warnf("Scheduled tasks wait longer: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> letIn() {
        return pool.withTransaction(
                        transaction -> repository.due(transaction, BATCH).call(due -> letIn(transaction, due)))
                .chain(due -> {
                    announce(due.stream().map(each -> each.entrant().taskId()).toList());
                    return due.size() == BATCH ? letIn() : Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> letIn(SqlClient transaction, List<Due> due) {
        List<Wish> wishes = new ArrayList<>();
        for (Due each : due) {
            String key = each.concurrencyKey();
            if (key != null && !each.holdsKey()) {
                FairShare.Entrant entrant = each.entrant();
                wishes.add(new Wish(entrant.owner(), key, TaskPriority.ofRank(entrant.priority()), entrant.taskId()));
            }
        }
        return keys.acquire(transaction, wishes).chain(acquired -> {
            List<UUID> blocked = wishes.stream()
                    .map(Wish::taskId)
                    .filter(task -> !acquired.contains(task))
                    .toList();
            List<FairShare.Entrant> ready = due.stream()
                    .map(Due::entrant)
                    .filter(entrant -> !blocked.contains(entrant.taskId()))
                    .toList();
            return repository
                    .block(transaction, blocked)
                    .chain(() -> fairShare.makePending(
                            transaction, ready, clock.instant().atOffset(ZoneOffset.UTC)));
        });
    }

    private Uni<Void> passOnKeys() {
        return pool.withTransaction(keys::passOnFreeKeys).invoke(this::announce).replaceWithVoid();
    }

    private void announce(List<UUID> changed) {
        if (!changed.isEmpty()) {
            queue.announce(changed);
        }
    }
}
