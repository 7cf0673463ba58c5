package io.ymera.manager;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Links;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.manager.queue.TaskQueue;
import io.ymera.manager.report.Attempts;
import io.ymera.manager.report.Effect;
import io.ymera.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue as tests use it that play the agent themselves: no agent serves its types, so nothing is claimed by itself. */
@Singleton
public class QueueFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The agent that tests play. */
    public static final UUID AGENT = UUID.randomUUID();

    private final TaskQueue queue;
    private final Claims claims;
    private final Attempts attempts;
    private final Ids ids;
    private final Pool pool;

    QueueFixture(TaskQueue queue, Claims claims, Attempts attempts, Ids ids, Pool pool) {
        this.queue = queue;
        this.claims = claims;
        this.attempts = attempts;
        this.ids = ids;
        this.pool = pool;
    }

    /** A queue that no other test uses. */
    public static CapabilityVersion freshType() {
        return new CapabilityVersion("queue_" + Long.toString(System.nanoTime(), 36), 1);
    }

    public NewTask task(
            CapabilityVersion type,
            String owner,
            TaskPriority priority,
            @Nullable Instant runAt,
            @Nullable String key) {
        return task(type, owner, priority, runAt, key, Limits.DEFAULT, Retry.DEFAULT);
    }

    public NewTask task(CapabilityVersion type, Limits limits, Retry retry) {
        return task(type, "a", TaskPriority.NORMAL, null, null, limits, retry);
    }

    private NewTask task(
            CapabilityVersion type,
            String owner,
            TaskPriority priority,
            @Nullable Instant runAt,
            @Nullable String key,
            Limits limits,
            Retry retry) {
        return new NewTask(
                ids.next(),
                owner,
                "t",
                null,
                type.name(),
                type.version(),
                "{}",
                priority,
                runAt,
                limits,
                retry,
                key,
                Links.NONE);
    }

    public UUID enqueue(NewTask task) {
        await(queue.enqueue(task));
        return task.id();
    }

    public List<ClaimedTask> claim(CapabilityVersion type, int most) {
        return await(claims.lease(AGENT, transaction -> Uni.createFrom().item(Map.of(type, most))));
    }

    public Effect report(ClaimedTask task, int sequence, Report report) {
        return await(attempts.report(new TaskEvent(task.ref(), AGENT, sequence, Instant.now(), report)));
    }

    public String status(UUID task) {
        return requireNonNull(column(task, "status"));
    }

    public @Nullable String column(UUID task, String column) {
        return await(pool.preparedQuery("SELECT %s::text FROM tasks WHERE id = $1".formatted(column))
                        .execute(Tuple.of(task)))
                .iterator()
                .next()
                .getString(0);
    }

    public List<String> events(UUID task) {
        return await(pool.preparedQuery("SELECT type FROM task_events WHERE task_id = $1 ORDER BY sequence")
                .execute(Tuple.of(task))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList()));
    }

    public void awaitStatus(UUID task, String wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!status(task).equals(wanted)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "Task %s is %s, not %s: %s".formatted(task, status(task), wanted, events(task)));
            }
            Thread.onSpinWait();
        }
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
