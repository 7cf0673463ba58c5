package io.ymera.manager.queue;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.TaskStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that has just become final.
 *
 * @param status completed, failed or cancelled
 * @param concurrencyKey the key that it held or waited for, or null
 * @param workflowId the workflow that it is a step of, or null
 * @param workflowStep the step's name there, or null
 * @param callbackUrl who wants to be told, or null
 */
public record EndedTask(
        UUID taskId,
        String owner,
        TaskStatus status,
        @Nullable String concurrencyKey,
        @Nullable UUID workflowId,
        @Nullable String workflowStep,
        @Nullable String callbackUrl) {

    /** What a statement that ends tasks returns of each, for {@link #from}. */
    public static final String COLUMNS = "id, owner, status, concurrency_key, workflow_id, workflow_step, callback_url";

    /** Reads {@link #COLUMNS}. */
    public static EndedTask from(Row row) {
        return new EndedTask(
                row.getUUID("id"),
                row.getString("owner"),
                TaskStatus.of(row.getString("status")),
                row.getString("concurrency_key"),
                row.getUUID("workflow_id"),
                row.getString("workflow_step"),
                row.getString("callback_url"));
    }

    /** Whether anything follows from its end. */
    public boolean hasConsequences() {
        return concurrencyKey != null || workflowId != null || callbackUrl != null;
    }
}
