package io.ymera.manager.workflow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the results of a workflow's tasks; they are kept with the tasks. */
@Singleton
class ResultRepository {

    /** The size as stored is looked at first, so that what is far too large is not unpacked only to be left out. */
    private static final String RESULTS = """
            WITH stored AS (
                SELECT step, item, result, sum(pg_column_size(result)) OVER () <= $3 AS may_fit
                  FROM workflow_tasks done JOIN tasks ON tasks.id = done.task_id
                 WHERE done.workflow_id = $1 AND done.step = ANY ($2) AND done.status = 'completed'),
            unpacked AS (
                SELECT step, item, CASE WHEN may_fit OR may_fit IS NULL THEN coalesce(result::text, 'null') END AS result
                  FROM stored),
            sized AS (
                SELECT step, item, result, octet_length(result) AS bytes, sum(octet_length(result)) OVER () AS all_bytes
                  FROM unpacked)
            SELECT step, item, CASE WHEN all_bytes <= $3 THEN result END AS result, coalesce(bytes, 0) AS bytes FROM sized
            """;

    private static final String COMPLETED = """
            SELECT item FROM workflow_tasks WHERE workflow_id = $1 AND step = $2 AND status = 'completed' ORDER BY item
            """;

    /**
     * What a completed task has returned.
     *
     * @param json null if all that was asked for is too large together
     * @param bytes of the JSON in UTF-8, whether it is here or not; 0 if it is far too large
     */
    record Result(String step, int item, @Nullable String json, int bytes) {}

    /** The results of the completed tasks of these steps, if they have at most {@code mostBytes} together. */
    Uni<List<Result>> results(SqlClient client, UUID workflow, Collection<String> steps, int mostBytes) {
        return client.preparedQuery(RESULTS)
                .execute(Tuple.of(workflow, steps.toArray(String[]::new), mostBytes))
                .map(rows -> rows.stream()
                        .map(row -> new Result(
                                row.getString("step"),
                                row.getInteger("item"),
                                row.getString("result"),
                                row.getInteger("bytes")))
                        .toList());
    }

    /** The items of a step whose tasks were completed, in order. */
    Uni<List<Integer>> completed(SqlClient client, UUID workflow, StepKey step) {
        return client.preparedQuery(COMPLETED)
                .execute(Tuple.of(workflow, step.toString()))
                .map(rows -> rows.stream().map(row -> row.getInteger(0)).toList());
    }
}
