package io.ymera.manager.workflow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads workflows for those who look at them. */
@Singleton
class ViewRepository {

    /** Larger results are shown with their tasks only. */
    static final int MOST_RESULT_BYTES = 16 * 1024;

    /** Of a step; of one that has more, the first ones are shown, and no result. */
    static final int MOST_TASKS = 100;

    /** Theirs, or one that asks or has asked them. */
    private static final String MAY_SEE = """
            ($2 OR owner = $3 OR EXISTS (SELECT FROM workflow_steps WHERE workflow_id = id AND addressees && $4::text[]))\
            """;

    private static final String FIND = """
            SELECT %s, definition::text FROM workflows WHERE id = $1 AND %s
            """.formatted(WorkflowView.COLUMNS, MAY_SEE);

    private static final String LIST = """
            SELECT %s FROM workflows
             WHERE ($1::text IS NULL OR owner = $1) AND ($2::uuid IS NULL OR id < $2)
               AND ($4::text[] IS NULL OR status = ANY ($4)) AND ($5::text IS NULL OR starts_with(name, $5))
             ORDER BY id DESC LIMIT $3
            """.formatted(WorkflowView.COLUMNS);

    private static final String ASKING = """
            SELECT %s FROM workflows
             WHERE id IN (SELECT workflow_id FROM workflow_steps
                           WHERE status = 'awaiting_approval' AND coalesce(escalated_to, addressees) && $1::text[])
               AND ($2::uuid IS NULL OR id < $2)
             ORDER BY id DESC LIMIT $3
            """.formatted(WorkflowView.COLUMNS);

    private static final String STEPS = """
            SELECT %s FROM workflow_steps WHERE workflow_id = $1
            """.formatted(StepRow.COLUMNS);

    /**
     * The first tasks of every step, and the results of steps that have no more. The size as stored is looked at first, so that
     * nothing large is unpacked only to be left out.
     */
    private static final String TASKS = """
            WITH stored AS (
                SELECT first.step, item, task_id,
                       CASE WHEN sum(pg_column_size(result)) OVER (PARTITION BY first.step) <= $2 THEN result::text END AS result
                  FROM workflow_steps AS whole
                 CROSS JOIN LATERAL (SELECT step, item, task_id, status FROM workflow_tasks
                                      WHERE workflow_id = $1 AND step = whole.step ORDER BY item LIMIT $3) AS first
                  LEFT JOIN tasks ON tasks.id = task_id AND first.status = 'completed' AND whole.items <= $3
                 WHERE whole.workflow_id = $1)
            SELECT step, item, task_id,
                   CASE WHEN sum(octet_length(result)) OVER (PARTITION BY step) <= $2 THEN result END AS result
              FROM stored ORDER BY step, item
            """;

    private final Pool pool;

    ViewRepository(Pool pool) {
        this.pool = pool;
    }

    /** A workflow with its definition. */
    record Found(WorkflowView workflow, String definition) {}

    Uni<Optional<Found>> find(UUID id, Approver who) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(
                        id, who.isAdmin(), who.subject(), who.addresses().toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .map(row -> new Found(WorkflowView.from(row), row.getString("definition")))
                        .findFirst());
    }

    /** The newest first; {@code before} is the last id of the page before this one, or null for the first page. */
    Uni<List<WorkflowView>> list(WorkflowFilter filter, @Nullable UUID before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(filter.owner(), before, limit, filter.statuses(), filter.name()))
                .map(rows -> rows.stream().map(WorkflowView::from).toList());
    }

    /** Those that have an approval which waits for one of {@code addresses}, the newest first. */
    Uni<List<WorkflowView>> asking(List<String> addresses, @Nullable UUID before, int limit) {
        return pool.preparedQuery(ASKING)
                .execute(Tuple.of(addresses.toArray(String[]::new), before, limit))
                .map(rows -> rows.stream().map(WorkflowView::from).toList());
    }

    Uni<Map<StepKey, StepState>> steps(UUID id) {
        return pool.preparedQuery(STEPS).execute(Tuple.of(id)).map(rows -> {
            Map<StepKey, StepState> steps = new HashMap<>();
            rows.forEach(row -> steps.put(StepKey.of(row.getString("step")), StepRow.from(row)));
            return steps;
        });
    }

    /**
     * A task of a step.
     *
     * @param result JSON; null unless it was completed and its step's results are few and small
     */
    record ItemTask(int item, UUID taskId, @Nullable String result) {
        private static ItemTask from(Row row) {
            return new ItemTask(row.getInteger("item"), row.getUUID("task_id"), row.getString("result"));
        }
    }

    /** The first {@value #MOST_TASKS} tasks of every step, in the order of their items. */
    Uni<Map<StepKey, List<ItemTask>>> tasks(UUID id) {
        return pool.preparedQuery(TASKS)
                .execute(Tuple.of(id, MOST_RESULT_BYTES, MOST_TASKS))
                .map(rows -> {
                    Map<StepKey, List<ItemTask>> tasks = new HashMap<>();
                    rows.forEach(
                            row -> tasks.computeIfAbsent(StepKey.of(row.getString("step")), key -> new ArrayList<>())
                                    .add(ItemTask.from(row)));
                    return tasks;
                });
    }
}
