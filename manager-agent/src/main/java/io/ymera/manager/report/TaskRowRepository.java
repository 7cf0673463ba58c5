package io.ymera.manager.report;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.persistence.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locks rows of tasks, and writes what became of them: a few statements for any number of tasks. */
@Singleton
class TaskRowRepository {

    /** Always in the same order, so that two transactions do not wait for each other. */
    private static final String LOCK = """
            SELECT %s FROM tasks WHERE id = ANY ($1) ORDER BY id FOR UPDATE
            """.formatted(TaskRow.COLUMNS);

    /** Agents may have said something about what is dispatched or running that nobody has read yet. */
    private static final String LOCK_EXPIRED = """
            SELECT %s FROM tasks
             WHERE deadline_at <= $1 AND (deadline_at <= $2 OR status NOT IN ('dispatched', 'running'))
             ORDER BY deadline_at LIMIT $3 FOR UPDATE SKIP LOCKED
            """.formatted(TaskRow.COLUMNS);

    private static final String WRITE = """
            WITH told AS (
                INSERT INTO task_events (task_id, sequence, type, at, data)
                SELECT task_id, sequence, type, $15::timestamptz, data::json
                  FROM unnest($16::uuid[], $17::bigint[], $18::text[], $19::text[]) AS event (task_id, sequence, type, data))
            UPDATE tasks
               SET status = changed.status, agent_id = changed.agent_id, report_sequence = changed.report_sequence,
                   failed_attempts = changed.failed_attempts, lost_agents = changed.lost_agents,
                   available_at = changed.available_at, started_at = changed.started_at, finished_at = changed.finished_at,
                   deadline_at = changed.deadline_at, event_sequence = changed.event_sequence,
                   result = CASE WHEN changed.stored
                                 THEN (SELECT stored.result FROM stored_results stored
                                        WHERE stored.fencing_token = tasks.fencing_token)
                                 ELSE coalesce(changed.result::json, tasks.result) END,
                   failure = CASE changed.status WHEN 'completed' THEN NULL
                                                 ELSE coalesce(changed.failure::json, tasks.failure) END
              FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::int[], $6::smallint[], $7::timestamptz[],
                          $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::bigint[], $12::text[],
                          $13::boolean[], $14::text[])
                   AS changed (id, status, agent_id, report_sequence, failed_attempts, lost_agents, available_at,
                               started_at, finished_at, deadline_at, event_sequence, result, stored, failure)
             WHERE tasks.id = changed.id
            """;

    private static final String FORGET_STORED = """
            DELETE FROM stored_results WHERE fencing_token = ANY ($1)
            """;

    private static final String RUNNING = """
            SELECT id, attempt, fencing_token, agent_id FROM tasks WHERE status IN ('dispatched', 'running') AND agent_id IS NOT NULL
            """;

    private final Pool pool;

    TaskRowRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<List<TaskRow>> lock(SqlClient transaction, Collection<UUID> tasks) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(tasks.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(TaskRow::from).toList());
    }

    /**
     * Tasks with a deadline that has passed, except those that somebody is busy with.
     *
     * @param reportsReadUntil of those that agents may have, only tasks whose deadline had passed by then
     */
    Uni<List<TaskRow>> lockExpired(SqlClient transaction, Instant now, Instant reportsReadUntil, int limit) {
        return transaction
                .preparedQuery(LOCK_EXPIRED)
                .execute(Tuple.of(now.atOffset(UTC), reportsReadUntil.atOffset(UTC), limit))
                .map(rows -> rows.stream().map(TaskRow::from).toList());
    }

    Uni<Void> write(SqlClient transaction, List<TaskRow> rows, Instant now) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<TaskJournal.Entry> events =
                rows.stream().flatMap(row -> row.events().stream()).toList();
        Tuple changes = Tuple.tuple()
                .addValue(Columns.of(rows, UUID[]::new, TaskRow::id))
                .addValue(Columns.of(rows, String[]::new, row -> row.status().wireName()))
                .addValue(Columns.of(rows, UUID[]::new, TaskRow::agent))
                .addValue(Columns.of(rows, Long[]::new, TaskRow::reportSequence))
                .addValue(Columns.of(rows, Integer[]::new, TaskRow::failedAttempts))
                .addValue(Columns.of(rows, Short[]::new, row -> (short) row.lostAgents()))
                .addValue(Columns.of(rows, OffsetDateTime[]::new, row -> time(row.availableAt())))
                .addValue(Columns.of(rows, OffsetDateTime[]::new, row -> time(row.startedAt())))
                .addValue(Columns.of(rows, OffsetDateTime[]::new, row -> time(row.finishedAt())))
                .addValue(Columns.of(rows, OffsetDateTime[]::new, row -> time(row.deadlineAt())))
                .addValue(Columns.of(rows, Long[]::new, TaskRow::eventSequence))
                .addValue(Columns.of(rows, String[]::new, TaskRow::result))
                .addValue(Columns.of(rows, Boolean[]::new, TaskRow::isResultStored))
                .addValue(Columns.of(rows, String[]::new, TaskRow::failure))
                .addValue(now.atOffset(UTC))
                .addValue(Columns.of(events, UUID[]::new, TaskJournal.Entry::task))
                .addValue(Columns.of(events, Long[]::new, TaskJournal.Entry::sequence))
                .addValue(Columns.of(events, String[]::new, TaskJournal.Entry::type))
                .addValue(Columns.of(events, String[]::new, TaskJournal.Entry::data));
        return transaction.preparedQuery(WRITE).execute(changes).chain(() -> forgetStored(transaction, rows));
    }

    private static Uni<Void> forgetStored(SqlClient transaction, List<TaskRow> rows) {
        Long[] tokens = rows.stream()
                .filter(TaskRow::isResultStored)
                .map(row -> row.ref().fencingToken())
                .toArray(Long[]::new);
        return tokens.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(FORGET_STORED)
                        .execute(Tuple.of((Object) tokens))
                        .replaceWithVoid();
    }

    /** The attempts that agents have said they run. */
    Uni<List<RunningAttempt>> running() {
        return pool.preparedQuery(RUNNING).execute().map(rows -> rows.stream()
                .map(row -> new RunningAttempt(
                        new AttemptRef(row.getUUID(0), row.getInteger(1), row.getLong(2)), row.getUUID(3)))
                .toList());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(UTC);
    }
}
