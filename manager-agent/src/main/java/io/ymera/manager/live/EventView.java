package io.ymera.manager.live;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a task or a workflow, as a client sees it.
 *
 * @param type what happened, for example {@code task.started}
 * @param taskId to which task; null if to a workflow
 * @param workflowId to which workflow; null if to a task
 * @param sequence counts the events of the one or the other, from 1 without gaps
 * @param at when, by the manager's clock
 * @param data more about it, a JSON object; what it holds depends on the type
 */
@RegisterForReflection
record EventView(
        String type,
        @Nullable UUID taskId,
        @Nullable UUID workflowId,
        long sequence,
        Instant at,
        @JsonRawValue String data) {

    private static final Set<String> ENDS = Set.of(
            "task.completed",
            "task.failed",
            "task.cancelled",
            "workflow.completed",
            "workflow.failed",
            "workflow.cancelled",
            "workflow.compensation_failed");

    static EventView from(Row row) {
        return new EventView(
                row.getString("type"),
                row.getUUID("task_id"),
                row.getUUID("workflow_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("data"));
    }

    /** Whether the task or workflow has ended with it. Something may come after it: a task that failed can be queued again. */
    boolean isEnd() {
        return ENDS.contains(type);
    }
}
