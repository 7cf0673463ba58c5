package io.ymera.manager.task;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.capability.CapabilityVersion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands in the queue: what decides about its turn.
 *
 * @param fairTag its turn among tasks of its queue and priority
 * @param failedAttempts since it was queued
 * @param availableAt not to be run before
 * @param dispatchedAt when the last attempt was, or null
 */
record Place(
        UUID taskId,
        String owner,
        TaskStatus status,
        CapabilityVersion queue,
        short priority,
        long fairTag,
        @Nullable String concurrencyKey,
        int failedAttempts,
        Instant availableAt,
        @Nullable Instant dispatchedAt) {

    /** Those that {@link TaskView#COLUMNS} does not have. */
    static final String COLUMNS = "owner, fair_tag, failed_attempts, available_at, dispatched_at";

    static Place from(Row row) {
        OffsetDateTime dispatchedAt = row.getOffsetDateTime("dispatched_at");
        return new Place(
                row.getUUID("id"),
                row.getString("owner"),
                TaskStatus.of(row.getString("status")),
                new CapabilityVersion(row.getString("task_type"), row.getInteger("version")),
                row.getShort("priority"),
                row.getLong("fair_tag"),
                row.getString("concurrency_key"),
                row.getInteger("failed_attempts"),
                row.getOffsetDateTime("available_at").toInstant(),
                dispatchedAt == null ? null : dispatchedAt.toInstant());
    }
}
