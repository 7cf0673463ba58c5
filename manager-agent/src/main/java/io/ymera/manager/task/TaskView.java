package io.ymera.manager.task;

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
 * @param version of the capability
 * @param attempt the current or last attempt, 0 before the first
 * @param agentId the agent that runs or ran that attempt, or null
 * @param projectId the project that it is for, or null
 * @param workflowId the workflow that it is a step of, or null
 * @param workflowStep the step's name there, or null
 * @param redrivenAt when it was last queued again after it had ended, or null
 */
record TaskView(
        UUID taskId,
        String name,
        @Nullable String description,
        String taskType,
        int version,
        TaskPriority priority,
        TaskStatus status,
        int attempt,
        int maxAttempts,
        @Nullable UUID agentId,
        @Nullable String concurrencyKey,
        @Nullable UUID projectId,
        @Nullable UUID workflowId,
        @Nullable String workflowStep,
        Instant createdAt,
        @Nullable Instant redrivenAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static final String COLUMNS = """
            id, name, description, task_type, version, priority, status, attempt, max_attempts, agent_id, concurrency_key,
            project_id, workflow_id, workflow_step, created_at, redriven_at, started_at, finished_at\
            """;

    static TaskView from(Row row) {
        return new TaskView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("task_type"),
                row.getInteger("version"),
                TaskPriority.ofRank(row.getShort("priority")),
                TaskStatus.of(row.getString("status")),
                row.getInteger("attempt"),
                row.getInteger("max_attempts"),
                row.getUUID("agent_id"),
                row.getString("concurrency_key"),
                row.getUUID("project_id"),
                row.getUUID("workflow_id"),
                row.getString("workflow_step"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("redriven_at")),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
