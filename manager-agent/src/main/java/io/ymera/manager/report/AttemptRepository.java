package io.ymera.manager.report;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.contracts.task.TaskStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes what an attempt's reports change. Each statement applies to the task's current attempt only, recognised by its
 * fencing token; it writes the event in the same breath and says whether it had an effect.
 */
@Singleton
class AttemptRepository {

    private static final String STARTED = """
            WITH changed AS (
                UPDATE tasks
                   SET status = 'running', agent_id = $3, started_at = $4::timestamptz, report_sequence = $5,
                       event_sequence = event_sequence + 1
                 WHERE id = $1 AND fencing_token = $2 AND status = ANY ($6)
                RETURNING id, event_sequence, attempt)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, 'task.started', $4::timestamptz, json_build_object('attempt', attempt, 'agent_id', $3::uuid)
              FROM changed
            """;

    private static final String PROGRESS = """
            WITH changed AS (
                UPDATE tasks SET report_sequence = $5, event_sequence = event_sequence + 1
                 WHERE id = $1 AND fencing_token = $2 AND agent_id = $3 AND status = 'running' AND report_sequence < $5
                RETURNING id, event_sequence, attempt)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, 'task.progress', $4::timestamptz,
                   json_build_object('attempt', attempt, 'fraction', $6::float8, 'message', $7::text)
              FROM changed
            """;

    private static final String COMPLETED = """
            WITH changed AS (
                UPDATE tasks
                   SET status = 'completed', agent_id = $3, started_at = coalesce(started_at, $4::timestamptz), finished_at = $4::timestamptz,
                       result = $5::text::json, failure = NULL, event_sequence = event_sequence + 1
                 WHERE id = $1 AND fencing_token = $2 AND (agent_id = $3 OR agent_id IS NULL) AND status = ANY ($6)
                RETURNING id, event_sequence, attempt)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, 'task.completed', $4::timestamptz, json_build_object('attempt', attempt) FROM changed
            """;

    /**
     * Ends an attempt without success: the task waits for another one if it may have one, and has failed otherwise. The
     * pause before the next attempt grows exponentially, with full jitter.
     */
    private static final String ENDED = """
            WITH changed AS (
                UPDATE tasks
                   SET status = CASE WHEN $6 AND failed_attempts + $7 < max_attempts THEN 'pending' ELSE 'failed' END,
                       failed_attempts = failed_attempts + $7,
                       available_at = $4::timestamptz + $8::float8 * least($9::float8, $10::float8 * power(2, failed_attempts))
                                           * $7 * interval '1 second',
                       finished_at = CASE WHEN $6 AND failed_attempts + $7 < max_attempts THEN NULL ELSE $4::timestamptz END,
                       failure = $5::text::json, event_sequence = event_sequence + 1
                 WHERE id = $1 AND fencing_token = $2 AND status = ANY ($11)
                   AND ($3::uuid IS NULL OR agent_id = $3 OR agent_id IS NULL)
                RETURNING id, event_sequence, attempt, status, available_at)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, CASE status WHEN 'pending' THEN 'task.retrying' ELSE 'task.failed' END, $4::timestamptz,
                   CASE status
                       WHEN 'pending' THEN json_build_object('attempt', attempt, 'failure', $5::text::json,
                                                             'available_at', available_at)
                       ELSE json_build_object('attempt', attempt, 'failure', $5::text::json)
                   END
              FROM changed
            """;

    private static final String UNFINISHED = """
            SELECT id, attempt, fencing_token, status, agent_id, published_at, started_at, run_timeout_s FROM tasks
             WHERE status IN ('dispatched', 'running')
            """;

    private final Pool pool;
    private final Clock clock;

    AttemptRepository(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Boolean> started(SqlClient client, AttemptRef attempt, UUID agent, long sequence) {
        return execute(
                client,
                STARTED,
                Tuple.of(attempt.taskId(), attempt.fencingToken(), agent, now(), sequence)
                        .addValue(TaskStatus.RUNNING.predecessors()));
    }

    Uni<Boolean> progress(SqlClient client, AttemptRef attempt, UUID agent, long sequence, Progress progress) {
        return execute(
                client,
                PROGRESS,
                Tuple.of(attempt.taskId(), attempt.fencingToken(), agent, now(), sequence)
                        .addValue(progress.fraction())
                        .addValue(progress.message()));
    }

    Uni<Boolean> completed(SqlClient client, AttemptRef attempt, UUID agent, String result) {
        return execute(
                client,
                COMPLETED,
                Tuple.of(attempt.taskId(), attempt.fencingToken(), agent, now(), result)
                        .addValue(TaskStatus.COMPLETED.predecessors()));
    }

    /**
     * @param agent who must hold the attempt, or null for whoever does
     * @param counts whether the attempt counts against the task's budget of attempts
     * @param jitter 0 to 1, the part of the longest pause to wait
     */
    Uni<Boolean> ended(
            SqlClient client,
            AttemptRef attempt,
            @Nullable UUID agent,
            TaskFailure failure,
            boolean counts,
            double jitter,
            RetrySettings retry) {
        return execute(
                client,
                ENDED,
                Tuple.of(attempt.taskId(), attempt.fencingToken(), agent, now(), json(failure))
                        .addValue(failure.retryable())
                        .addValue(counts ? 1 : 0)
                        .addValue(jitter)
                        .addValue(seconds(retry.maxPause()))
                        .addValue(seconds(retry.firstPause()))
                        .addValue(TaskStatus.FAILED.predecessors()));
    }

    Uni<List<UnfinishedAttempt>> unfinished() {
        return pool.preparedQuery(UNFINISHED)
                .execute()
                .map(rows -> rows.stream().map(UnfinishedAttempt::from).toList());
    }

    private static Uni<Boolean> execute(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount() == 1);
    }

    private static String json(TaskFailure failure) {
        return JsonObject.of("code", failure.code(), "message", failure.message(), "retryable", failure.retryable())
                .encode();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), UTC);
    }
}
