package io.ymera.manager.report;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that was dispatched and has not ended.
 *
 * @param agentId who runs it, or null while nobody has said so
 * @param publishedAt when the broker acknowledged its assignment, or null
 * @param startedAt when it started, or null
 */
public record UnfinishedAttempt(
        AttemptRef attempt,
        TaskStatus status,
        @Nullable UUID agentId,
        @Nullable Instant publishedAt,
        @Nullable Instant startedAt,
        Duration runTimeout) {

    static UnfinishedAttempt from(Row row) {
        return new UnfinishedAttempt(
                new AttemptRef(row.getUUID("id"), row.getInteger("attempt"), row.getLong("fencing_token")),
                TaskStatus.of(row.getString("status")),
                row.getUUID("agent_id"),
                instant(row.getOffsetDateTime("published_at")),
                instant(row.getOffsetDateTime("started_at")),
                Duration.ofSeconds(row.getInteger("run_timeout_s")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
