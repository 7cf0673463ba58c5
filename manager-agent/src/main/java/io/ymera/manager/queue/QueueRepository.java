package io.ymera.manager.queue;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.persistence.Columns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class QueueRepository {

    /**
     * Inserts a batch. Those that are pending get their tags (see {@link FairShare}). A task that goes to an agent at once
     * is written as dispatched in the first place: its attempt gets its token here, and its second event is told.
     */
    private static final String INSERT = """
            WITH input AS (
                SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[],
                              $8::smallint[], $9::text[], $10::int[], $11::int[], $12::int[], $13::smallint[],
                              $14::bigint[], $15::bigint[], $16::text[], $17::uuid[], $18::uuid[], $19::text[], $20::text[],
                              $21::timestamptz[]) WITH ORDINALITY
                       AS task (id, owner, name, description, task_type, version, parameters, priority, status,
                                run_timeout_s, queue_timeout_s, total_timeout_s, max_attempts, first_pause_ms, max_pause_ms,
                                concurrency_key, project_id, workflow_id, workflow_step, callback_url, available_at, place)),
            shares AS (
                INSERT INTO fair_shares AS share (task_type, version, priority, owner, last_tag, added)
                SELECT task_type, version, priority, owner, coalesce(max(clock.tag), 0) + count(*), count(*)
                  FROM input LEFT JOIN fair_clocks clock USING (task_type, version, priority)
                 WHERE status = 'pending'
                 GROUP BY task_type, version, priority, owner ORDER BY task_type, version, priority, owner
                ON CONFLICT (task_type, version, priority, owner) DO UPDATE
                   SET last_tag = greatest(share.last_tag + excluded.added, excluded.last_tag), added = excluded.added
                RETURNING task_type, version, priority, owner, last_tag - added AS base),
            created AS (
                INSERT INTO tasks (id, owner, name, description, task_type, version, parameters, priority, status, fair_tag,
                                   run_timeout_s, queue_timeout_s, total_timeout_s, max_attempts, first_pause_ms, max_pause_ms,
                                   concurrency_key, project_id, workflow_id, workflow_step, callback_url,
                                   created_at, available_at, deadline_at,
                                   attempt, fencing_token, dispatched_at, event_sequence)
                SELECT id, owner, name, description, task_type, version, parameters::json, priority, status,
                       CASE status WHEN 'pending'
                                   THEN base + row_number() OVER (
                                            PARTITION BY task_type, version, priority, owner, status ORDER BY place)
                                   ELSE 0 END,
                       run_timeout_s, queue_timeout_s, total_timeout_s, max_attempts, first_pause_ms, max_pause_ms,
                       concurrency_key, project_id, workflow_id, workflow_step, callback_url,
                       $22::timestamptz, available_at,
                       CASE status WHEN 'dispatched'
                                   THEN least($23::timestamptz, $22::timestamptz + total_timeout_s * interval '1 second')
                                   ELSE least(available_at + queue_timeout_s * interval '1 second',
                                              $22::timestamptz + total_timeout_s * interval '1 second') END,
                       CASE status WHEN 'dispatched' THEN 1 ELSE 0 END,
                       CASE status WHEN 'dispatched' THEN nextval('fencing_tokens') ELSE 0 END,
                       CASE status WHEN 'dispatched' THEN $22::timestamptz END,
                       CASE status WHEN 'dispatched' THEN 2 ELSE 1 END
                  FROM input LEFT JOIN shares USING (task_type, version, priority, owner)
                RETURNING id, status, fencing_token),
            told AS (
                INSERT INTO task_events (task_id, sequence, type, at, data)
                SELECT id, 1, 'task.created', $22::timestamptz,
                       CASE WHEN status IN ('scheduled', 'blocked') THEN json_build_object('status', status)
                            ELSE '{}'::json END
                  FROM created
                UNION ALL
                SELECT id, 2, 'task.dispatched', $22::timestamptz, '{"attempt": 1}'::json
                  FROM created WHERE status = 'dispatched')
            SELECT id, fencing_token FROM created WHERE status = 'dispatched'
            """;

    private static final String DUE = """
            SELECT id, owner, concurrency_key, task_type, version, priority, failed_attempts,
                   EXISTS (SELECT FROM concurrency_keys held WHERE held.task_id = tasks.id
                              AND held.owner = tasks.owner AND held.key = concurrency_key) AS holds_key
              FROM tasks WHERE status = 'scheduled' AND available_at <= $1
             ORDER BY available_at LIMIT $2 FOR UPDATE SKIP LOCKED
            """;

    private static final String BLOCK = """
            WITH changed AS (
                UPDATE tasks SET status = 'blocked', event_sequence = event_sequence + 1
                 WHERE id = ANY ($1) AND status = 'scheduled'
                RETURNING id, event_sequence)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, 'task.blocked', $2, '{}' FROM changed
            """;

    private final Clock clock;

    QueueRepository(Clock clock) {
        this.clock = clock;
    }

    /** A task with the status that it starts with: pending, scheduled, blocked or dispatched. */
    record Placed(NewTask task, TaskStatus status) {}

    /** Inserts tasks and gives the fencing tokens of those that are dispatched. */
    Uni<Map<UUID, Long>> insert(SqlClient client, List<Placed> placed, Duration startTimeout) {
        Instant now = clock.instant();
        List<NewTask> tasks = placed.stream().map(Placed::task).toList();
        Tuple tuple = Tuple.tuple()
                .addValue(Columns.of(tasks, UUID[]::new, NewTask::id))
                .addValue(Columns.of(tasks, String[]::new, NewTask::owner))
                .addValue(Columns.of(tasks, String[]::new, NewTask::name))
                .addValue(Columns.of(tasks, String[]::new, NewTask::description))
                .addValue(Columns.of(tasks, String[]::new, NewTask::taskType))
                .addValue(Columns.of(tasks, Integer[]::new, NewTask::version))
                .addValue(Columns.of(tasks, String[]::new, NewTask::parameters))
                .addValue(
                        Columns.of(tasks, Short[]::new, task -> task.priority().rank()))
                .addValue(placed.stream().map(each -> each.status().wireName()).toArray(String[]::new))
                .addValue(Columns.of(
                        tasks, Integer[]::new, task -> seconds(task.limits().run())))
                .addValue(Columns.of(
                        tasks, Integer[]::new, task -> seconds(task.limits().queue())))
                .addValue(Columns.of(
                        tasks, Integer[]::new, task -> seconds(task.limits().total())))
                .addValue(Columns.of(
                        tasks, Short[]::new, task -> (short) task.retry().maxAttempts()))
                .addValue(Columns.of(
                        tasks, Long[]::new, task -> task.retry().firstPause().toMillis()))
                .addValue(Columns.of(
                        tasks, Long[]::new, task -> task.retry().maxPause().toMillis()))
                .addValue(Columns.of(tasks, String[]::new, NewTask::concurrencyKey))
                .addValue(Columns.of(tasks, UUID[]::new, task -> task.links().projectId()))
                .addValue(Columns.of(tasks, UUID[]::new, task -> task.links().workflowId()))
                .addValue(Columns.of(tasks, String[]::new, task -> task.links().workflowStep()))
                .addValue(Columns.of(tasks, String[]::new, task -> task.links().callbackUrl()))
                .addValue(Columns.of(tasks, OffsetDateTime[]::new, task -> availableAt(task, now)))
                .addValue(now.atOffset(UTC))
                .addValue(now.plus(startTimeout).atOffset(UTC));
        return client.preparedQuery(INSERT).execute(tuple).map(rows -> {
            Map<UUID, Long> tokens = new HashMap<>();
            rows.forEach(row -> tokens.put(row.getUUID(0), row.getLong(1)));
            return tokens;
        });
    }

    /** A scheduled task whose time has come. */
    record Due(FairShare.Entrant entrant, @Nullable String concurrencyKey, boolean holdsKey) {}

    /** Locks some that are due; other managers pass them over meanwhile. */
    Uni<List<Due>> due(SqlClient transaction, int limit) {
        return transaction.preparedQuery(DUE).execute(Tuple.of(now(), limit)).map(rows -> rows.stream()
                .map(row -> new Due(
                        FairShare.Entrant.from(row), row.getString("concurrency_key"), row.getBoolean("holds_key")))
                .toList());
    }

    Uni<Void> block(SqlClient transaction, List<UUID> tasks) {
        return tasks.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(BLOCK)
                        .execute(Tuple.of(tasks.toArray(UUID[]::new), now()))
                        .replaceWithVoid();
    }

    private static OffsetDateTime availableAt(NewTask task, Instant now) {
        Instant runAt = task.runAt();
        return (runAt == null || runAt.isBefore(now) ? now : runAt).atOffset(UTC);
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
