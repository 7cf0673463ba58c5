package io.ymera.manager.task;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.contracts.task.TaskStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as its owner sees it.
 *
 * @param attempt the current or last attempt, 0 before the first
 * @param agentId the agent that runs or ran that attempt, or null
 * @param result what the handler returned, JSON, in the answer for a single completed task; else null
 * @param failure why the last attempt ended without success, JSON, in the answer for a single task; else null
 */
record TaskView(
        UUID taskId,
        String name,
        @Nullable String description,
        String taskType,
        TaskPriority priority,
        TaskStatus status,
        int attempt,
        int maxAttempts,
        @Nullable UUID agentId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @JsonRawValue @Nullable String result,
        @JsonRawValue @Nullable String failure) {

    static final String COLUMNS = """
            id, name, description, task_type, priority, status, attempt, max_attempts, agent_id, created_at, started_at,
            finished_at\
            """;

    static final String BODIES = "result::text, failure::text";

    static TaskView from(Row row) {
        return new TaskView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("task_type"),
                TaskPriority.ofRank(row.getShort("priority")),
                TaskStatus.of(row.getString("status")),
                row.getInteger("attempt"),
                row.getInteger("max_attempts"),
                row.getUUID("agent_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")),
                text(row, "result"),
                text(row, "failure"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String text(Row row, String column) {
        return row.getColumnIndex(column) < 0 ? null : row.getString(column);
    }
}
