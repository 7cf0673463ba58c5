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

    private static final String RESULTS = """
            SELECT step, item, CASE WHEN bytes <= $3 THEN coalesce(result::text, 'null') END AS result
              FROM (SELECT step, item, result, coalesce(sum(octet_length(result::text)) OVER (), 0) AS bytes
                      FROM workflow_tasks done JOIN tasks ON tasks.id = done.task_id
                     WHERE done.workflow_id = $1 AND done.step = ANY ($2) AND done.status = 'completed') AS results
            """;

    private static final String COMPLETED = """
            SELECT item FROM workflow_tasks WHERE workflow_id = $1 AND step = $2 AND status = 'completed' ORDER BY item
            """;

    /**
     * What a completed task has returned.
     *
     * @param json null if all that was asked for is too large together
     */
    record Result(String step, int item, @Nullable String json) {
        /** In characters. */
        int size() {
            return json == null ? 0 : json.length();
        }
    }

    /** The results of the completed tasks of these steps, if they have at most {@code mostBytes} together. */
    Uni<List<Result>> results(SqlClient client, UUID workflow, Collection<String> steps, int mostBytes) {
        return client.preparedQuery(RESULTS)
                .execute(Tuple.of(workflow, steps.toArray(String[]::new), mostBytes))
                .map(rows -> rows.stream()
                        .map(row -> new Result(row.getString("step"), row.getInteger("item"), row.getString("result")))
                        .toList());
    }

    /** The items of a step whose tasks were completed, in order. */
    Uni<List<Integer>> completed(SqlClient client, UUID workflow, StepKey step) {
        return client.preparedQuery(COMPLETED)
                .execute(Tuple.of(workflow, step.toString()))
                .map(rows -> rows.stream().map(row -> row.getInteger(0)).toList());
    }
}
