package io.ymera.manager.queue;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.queue.ConcurrencyKeys.Wish;
import io.ymera.manager.queue.FairShare.Entrant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Queues tasks again that have ended without success: with a fresh budget of attempts, time and lost agents, a new turn
 * among those who wait, and their concurrency key if it is free. Attempts go on counting, so that old reports stay stale.
 *
 * <p>Steps of workflows are left alone: their workflow has gone on without them.
 */
@Singleton
public class Redrives {

    private static final String LOCK = """
            SELECT id, owner, concurrency_key, task_type, version, priority FROM tasks
             WHERE id = ANY ($1) AND status = ANY ($2) AND workflow_id IS NULL
             ORDER BY id FOR UPDATE
            """;

    private static final String REDRIVE = """
            WITH changed AS (
                UPDATE tasks
                   SET status = redriven.status, fair_tag = coalesce(redriven.tag, 0), failed_attempts = 0, lost_agents = 0,
                       agent_id = NULL, started_at = NULL, finished_at = NULL, failure = NULL,
                       available_at = $4::timestamptz, redriven_at = $4::timestamptz,
                       deadline_at = $4::timestamptz + least(queue_timeout_s, total_timeout_s) * interval '1 second',
                       event_sequence = event_sequence + 1
                  FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS redriven (id, status, tag)
                 WHERE tasks.id = redriven.id
                RETURNING tasks.id, tasks.status, event_sequence)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, 'task.redriven', $4::timestamptz,
                   json_strip_nulls(json_build_object('status', status, 'by', $5::text))
              FROM changed
            """;

    private final ConcurrencyKeys keys;
    private final FairShare fairShare;
    private final Clock clock;

    Redrives(ConcurrencyKeys keys, FairShare fairShare, Clock clock) {
        this.keys = keys;
        this.fairShare = fairShare;
        this.clock = clock;
    }

    private record Ended(Entrant entrant, @Nullable String concurrencyKey) {
        static Ended from(Row row) {
            return new Ended(
                    new Entrant(
                            row.getUUID("id"),
                            row.getString("owner"),
                            row.getString("task_type"),
                            row.getInteger("version"),
                            row.getShort("priority"),
                            false),
                    row.getString("concurrency_key"));
        }
    }

    /**
     * Queues those of {@code tasks} again that are in one of the statuses {@code from}; the others stay as they are. After
     * the commit the caller is to call {@link TaskQueue#announce}.
     *
     * @param from failed, cancelled or both
     * @param by the subject who wants it, or null for the platform
     * @return the statuses that they got, pending or blocked
     */
    public Uni<Map<UUID, TaskStatus>> redrive(
            SqlClient transaction, Collection<UUID> tasks, Set<TaskStatus> from, @Nullable String by) {
        requireRedrivable(from);
        if (tasks.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(
                        tasks.toArray(UUID[]::new),
                        from.stream().map(TaskStatus::wireName).toArray(String[]::new)))
                .map(rows -> rows.stream().map(Ended::from).toList())
                .chain(ended -> ended.isEmpty()
                        ? Uni.createFrom().item(Map.of())
                        : keys.acquire(transaction, wishes(ended))
                                .chain(acquired -> requeue(transaction, ended, acquired, by)));
    }

    private Uni<Map<UUID, TaskStatus>> requeue(
            SqlClient transaction, List<Ended> ended, Set<UUID> acquired, @Nullable String by) {
        Map<UUID, TaskStatus> statuses = new LinkedHashMap<>();
        List<Entrant> pending = new ArrayList<>();
        for (Ended task : ended) {
            UUID id = task.entrant().taskId();
            if (task.concurrencyKey() == null || acquired.contains(id)) {
                statuses.put(id, TaskStatus.PENDING);
                pending.add(task.entrant());
            } else {
                statuses.put(id, TaskStatus.BLOCKED);
            }
        }
        return fairShare
                .tags(transaction, pending)
                .chain(tags -> write(transaction, statuses, tags(pending, tags), by))
                .replaceWith(statuses);
    }

    private Uni<Void> write(
            SqlClient transaction, Map<UUID, TaskStatus> statuses, Map<UUID, Long> tags, @Nullable String by) {
        OffsetDateTime now = clock.instant().atOffset(UTC);
        return transaction
                .preparedQuery(REDRIVE)
                .execute(Tuple.of(
                        statuses.keySet().toArray(UUID[]::new),
                        statuses.values().stream().map(TaskStatus::wireName).toArray(String[]::new),
                        statuses.keySet().stream().map(tags::get).toArray(Long[]::new),
                        now,
                        by))
                .replaceWithVoid();
    }

    private static List<Wish> wishes(List<Ended> ended) {
        List<Wish> wishes = new ArrayList<>();
        for (Ended task : ended) {
            String key = task.concurrencyKey();
            if (key != null) {
                Entrant entrant = task.entrant();
                wishes.add(new Wish(entrant.owner(), key, TaskPriority.ofRank(entrant.priority()), entrant.taskId()));
            }
        }
        return wishes;
    }

    private static Map<UUID, Long> tags(List<Entrant> pending, @Nullable Long[] tags) {
        Map<UUID, Long> byTask = new LinkedHashMap<>();
        for (int i = 0; i < pending.size(); i++) {
            Long tag = tags[i];
            if (tag != null) {
                byTask.put(pending.get(i).taskId(), tag);
            }
        }
        return byTask;
    }

    private static void requireRedrivable(Set<TaskStatus> from) {
        for (TaskStatus status : from) {
            if (!status.isFinal() || !status.canBecome(TaskStatus.PENDING)) {
                throw new IllegalArgumentException("A %s task can't be queued again".formatted(status.wireName()));
            }
        }
    }
}
