package io.ymera.manager.workflow;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.workflow.RunRepository.EndedItem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds workflows to which something is to be done without anybody having said so. */
@Singleton
class WatchRepository {

    private static final String DUE = """
            SELECT id FROM workflows
             WHERE (retry_at IS NULL OR retry_at <= $1)
               AND id IN (SELECT workflow_id FROM workflow_steps
                           WHERE status = 'awaiting_approval' AND deadline_at <= $1
                          UNION ALL
                          SELECT id FROM workflows WHERE unfinished)
             ORDER BY id LIMIT $2
            """;

    private static final String COUNT = """
            SELECT unfinished, stuck, approvals, overdue
              FROM (SELECT count(*) AS unfinished, count(retry_at) AS stuck FROM workflows
                     WHERE status IN ('running', 'compensating', 'cancelling')) AS workflows,
                   (SELECT count(*) AS approvals, count(*) FILTER (WHERE deadline_at <= $1) AS overdue FROM workflow_steps
                     WHERE status = 'awaiting_approval') AS steps
            """;

    private static final String POSTPONE = """
            UPDATE workflows SET stuck_since = coalesce(stuck_since, $2), retry_at = $2::timestamptz + interval '1 minute'
             WHERE id = $1
            """;

    private static final String LOCK_FREE = """
            SELECT id FROM workflows WHERE id = $1 FOR UPDATE SKIP LOCKED
            """;

    private static final String STOPPING = """
            SELECT DISTINCT workflow_id FROM workflow_steps WHERE stopping ORDER BY workflow_id LIMIT 100
            """;

    private static final String TASKS_TO_STOP = """
            SELECT task_id FROM workflow_tasks item JOIN workflow_steps step USING (workflow_id, step)
             WHERE workflow_id = $1 AND stopping AND item.status = 'running'
            """;

    private static final String UNHEARD = """
            SELECT item.workflow_id, item.step, item.item, item.task_id, tasks.status
              FROM workflow_tasks item JOIN tasks ON tasks.id = item.task_id
             WHERE item.status = 'running' AND tasks.status IN ('completed', 'failed', 'cancelled')
             LIMIT 100
            """;

    private final Pool pool;

    WatchRepository(Pool pool) {
        this.pool = pool;
    }

    /** Some that have a deadline that has passed, or more to do, without those that are to be tried again later. */
    Uni<List<UUID>> due(Instant now, int limit) {
        return ids(pool.preparedQuery(DUE).execute(Tuple.of(now.atOffset(UTC), limit)));
    }

    /**
     * What there is to look after.
     *
     * @param unfinished workflows that have not ended
     * @param stuck those of them that an error of ours keeps from going on
     * @param approvals that wait for somebody
     * @param overdue those of them whose time has run out
     */
    record Counts(long unfinished, long stuck, long approvals, long overdue) {
        static final Counts NOTHING = new Counts(0, 0, 0, 0);
    }

    Uni<Counts> count(Instant now) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(now.atOffset(UTC))).map(rows -> {
            Row row = rows.iterator().next();
            return new Counts(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
        });
    }

    /** Lets a workflow that can't even be read rest for a while. */
    Uni<Void> postpone(UUID workflow, Instant now) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(workflow, now.atOffset(UTC)))
                .replaceWithVoid();
    }

    /** Locks a workflow, unless somebody else has: then they do what is to be done, or the next look finds it. */
    Uni<List<UUID>> lockFree(SqlClient transaction, UUID workflow) {
        return ids(transaction.preparedQuery(LOCK_FREE).execute(Tuple.of(workflow)));
    }

    /** Workflows that have tasks to be cancelled. */
    Uni<List<UUID>> stopping() {
        return ids(pool.preparedQuery(STOPPING).execute());
    }

    Uni<List<UUID>> tasksToStop(SqlClient client, UUID workflow) {
        return ids(client.preparedQuery(TASKS_TO_STOP).execute(Tuple.of(workflow)));
    }

    /** Tasks that have ended without their workflow having heard of it. There are none, unless somebody has a bug. */
    Uni<List<EndedItem>> unheard() {
        return pool.preparedQuery(UNHEARD)
                .execute()
                .map(rows -> rows.stream().map(WatchRepository::ended).toList());
    }

    private static Uni<List<UUID>> ids(Uni<RowSet<Row>> rows) {
        return rows.map(found -> found.stream().map(row -> row.getUUID(0)).toList());
    }

    private static EndedItem ended(Row row) {
        return new EndedItem(
                row.getUUID("workflow_id"),
                new ItemRef(StepKey.of(row.getString("step")), row.getInteger("item")),
                row.getUUID("task_id"),
                StepStatus.of(row.getString("status")));
    }
}
