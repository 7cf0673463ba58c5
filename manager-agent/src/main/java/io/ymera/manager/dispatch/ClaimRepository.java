package io.ymera.manager.dispatch;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Singleton
class ClaimRepository {

    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT id AS due_id FROM tasks
                 WHERE status = 'pending' AND task_type = $1 AND available_at <= $3::timestamptz
                 ORDER BY priority DESC, created_at
                 LIMIT $2
                   FOR UPDATE SKIP LOCKED),
            claimed AS (
                UPDATE tasks
                   SET status = 'dispatched', attempt = attempt + 1, fencing_token = nextval('fencing_tokens'),
                       agent_id = NULL, report_sequence = 0, dispatched_at = $3::timestamptz, published_at = NULL, started_at = NULL,
                       event_sequence = event_sequence + 1
                  FROM due WHERE id = due_id
                RETURNING tasks.*),
            told AS (
                INSERT INTO task_events (task_id, sequence, type, at, data)
                SELECT id, event_sequence, 'task.dispatched', $3::timestamptz, json_build_object('attempt', attempt) FROM claimed)
            SELECT id, attempt, fencing_token, task_type, parameters::text, run_timeout_s FROM claimed
            """;

    private static final String UNPUBLISHED = """
            SELECT id, attempt, fencing_token, task_type, parameters::text, run_timeout_s FROM tasks
             WHERE status = 'dispatched' AND published_at IS NULL AND dispatched_at < $1
             ORDER BY dispatched_at LIMIT $2
            """;

    private static final String PUBLISHED = """
            UPDATE tasks SET published_at = $3 WHERE id = $1 AND fencing_token = $2 AND published_at IS NULL
            """;

    private static final String ACTIVE = """
            SELECT task_type, count(*) FROM tasks WHERE status IN ('dispatched', 'running') GROUP BY task_type
            """;

    private final Pool pool;
    private final Clock clock;

    ClaimRepository(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Claims up to {@code limit} waiting tasks of a type, the most urgent and then the oldest first. */
    Uni<List<ClaimedTask>> claim(String taskType, int limit) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(taskType, limit, now()))
                .map(rows -> rows.stream().map(ClaimedTask::from).toList());
    }

    /** Tasks that were claimed longer than {@code age} ago and, as far as is known, never reached the broker. */
    Uni<List<ClaimedTask>> unpublished(Duration age, int limit) {
        return pool.preparedQuery(UNPUBLISHED)
                .execute(Tuple.of(now().minus(age), limit))
                .map(rows -> rows.stream().map(ClaimedTask::from).toList());
    }

    Uni<Void> published(ClaimedTask task) {
        return pool.preparedQuery(PUBLISHED)
                .execute(Tuple.of(task.taskId(), task.fencingToken(), now()))
                .replaceWithVoid();
    }

    /** How many tasks of each type are dispatched or running. */
    Uni<Map<String, Integer>> active() {
        return pool.preparedQuery(ACTIVE).execute().map(rows -> {
            Map<String, Integer> active = new HashMap<>();
            rows.forEach(row -> active.put(row.getString(0), Math.toIntExact(row.getLong(1))));
            return active;
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), UTC);
    }
}
