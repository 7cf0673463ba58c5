package io.ymera.manager.queue;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.dispatch.DispatchSettings;
import io.ymera.manager.dispatch.Dispatcher;
import io.ymera.manager.live.Wakeups;
import io.ymera.manager.queue.ConcurrencyKeys.Wish;
import io.ymera.manager.queue.QueueRepository.Placed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where tasks enter the queue. */
@Singleton
public class TaskQueue {

    private final QueueRepository repository;
    private final ConcurrencyKeys keys;
    private final Dispatcher dispatcher;
    private final DispatchSettings settings;
    private final Wakeups wakeups;
    private final Pool pool;
    private final Clock clock;
    private final GroupCommit<NewTask, TaskStatus> together;

    TaskQueue(
            QueueRepository repository,
            ConcurrencyKeys keys,
            Dispatcher dispatcher,
            DispatchSettings settings,
            Wakeups wakeups,
            Pool pool,
            Clock clock) {
        this.repository = repository;
        this.keys = keys;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.wakeups = wakeups;
        this.pool = pool;
        this.clock = clock;
        this.together =
                new GroupCommit<>(this::enqueueAll, task -> task.parameters().length());
    }

    /**
     * Queues a task. Once this has completed the task will be run whatever crashes. Tasks that are handed in at the same
     * time share a commit.
     *
     * @return the status that it got: pending, scheduled, blocked or dispatched
     */
    public Uni<TaskStatus> enqueue(NewTask task) {
        return together.add(task);
    }

    /**
     * Queues tasks in the caller's transaction; after its commit the caller is to call {@link #announce}.
     *
     * @return the status of each, in their order: pending, scheduled or blocked
     */
    public Uni<List<TaskStatus>> enqueue(SqlClient transaction, List<NewTask> tasks) {
        return place(transaction, tasks, Set.of())
                .call(placed -> repository.insert(transaction, placed, settings.startTimeout()))
                .map(placed -> placed.stream().map(Placed::status).toList());
    }

    /** To be called after a commit that changed tasks: wakes the dispatcher and those who follow these tasks. */
    public void announce(Collection<UUID> changed) {
        wakeups.changed(changed);
        dispatcher.wake();
    }

    /** The statuses that tasks got and the fencing tokens of those that are dispatched. */
    private record Inserted(List<Placed> placed, Map<UUID, Long> tokens) {}

    /**
     * A batch in a transaction of its own. Where agents have free slots and nothing waits before them, tasks are written as
     * dispatched in the first place, and published after the commit.
     */
    private Uni<List<TaskStatus>> enqueueAll(List<NewTask> tasks) {
        List<NewTask> direct = tasks.stream()
                .filter(task -> task.concurrencyKey() == null && !isScheduled(task))
                .filter(task -> dispatcher.reserve(queueOf(task)))
                .toList();
        Set<UUID> directIds = direct.stream().map(NewTask::id).collect(Collectors.toSet());
        // Without keys it is a single statement, which is a transaction by itself
        Uni<Inserted> inserted = tasks.stream().allMatch(task -> task.concurrencyKey() == null)
                ? insert(pool, tasks, directIds)
                : pool.withTransaction(transaction -> insert(transaction, tasks, directIds));
        return inserted.invoke(done -> {
                    dispatcher.inserted(direct.stream()
                            .map(task -> claimed(task, done.tokens()))
                            .toList());
                    wakeForWaiting(done.placed());
                })
                .onFailure()
                .invoke(failure -> direct.forEach(task -> dispatcher.notInserted(queueOf(task))))
                // Nobody waits for the answer any more
                .onCancellation()
                .invoke(() -> direct.forEach(task -> dispatcher.notInserted(queueOf(task))))
                .map(done -> done.placed().stream().map(Placed::status).toList());
    }

    private Uni<Inserted> insert(SqlClient client, List<NewTask> tasks, Set<UUID> direct) {
        return place(client, tasks, direct).chain(placed -> repository
                .insert(client, placed, settings.startTimeout())
                .map(tokens -> new Inserted(placed, tokens)));
    }

    private Uni<List<Placed>> place(SqlClient client, List<NewTask> tasks, Set<UUID> direct) {
        List<Wish> wishes = new ArrayList<>();
        for (NewTask task : tasks) {
            String key = task.concurrencyKey();
            if (key != null && !isScheduled(task)) {
                wishes.add(new Wish(task.owner(), key, task.priority(), task.id()));
            }
        }
        return keys.acquire(client, wishes).map(acquired -> tasks.stream()
                .map(task -> new Placed(task, status(task, direct, acquired)))
                .toList());
    }

    private TaskStatus status(NewTask task, Set<UUID> direct, Set<UUID> acquired) {
        if (direct.contains(task.id())) {
            return TaskStatus.DISPATCHED;
        }
        if (isScheduled(task)) {
            return TaskStatus.SCHEDULED;
        }
        return task.concurrencyKey() == null || acquired.contains(task.id()) ? TaskStatus.PENDING : TaskStatus.BLOCKED;
    }

    private void wakeForWaiting(List<Placed> placed) {
        placed.stream()
                .filter(each -> each.status() == TaskStatus.PENDING)
                .map(each -> queueOf(each.task()))
                .distinct()
                .forEach(dispatcher::wake);
    }

    private static ClaimedTask claimed(NewTask task, Map<UUID, Long> tokens) {
        return ClaimedTask.first(
                task.id(),
                requireNonNull(tokens.get(task.id())),
                queueOf(task),
                task.parameters(),
                Math.toIntExact(task.limits().run().toSeconds()));
    }

    private boolean isScheduled(NewTask task) {
        Instant runAt = task.runAt();
        return runAt != null && runAt.isAfter(clock.instant());
    }

    private static CapabilityVersion queueOf(NewTask task) {
        return new CapabilityVersion(task.taskType(), task.version());
    }
}
