package io.ymera.manager.schedule;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as its owner sees it.
 *
 * @param task what it queues, JSON, in the answer for a single schedule; else null
 * @param runs how many tasks it has queued
 * @param skips how many of its times came and queued nothing
 * @param nextRunAt when it is due, or null while it is paused and when it has ended
 * @param lastRunAt when it last queued a task, or null
 * @param lastTaskId that task, or null
 * @param recentTaskIds the last ten, the newest first
 * @param lastSkip the last time that queued nothing, or null
 */
record ScheduleView(
        UUID scheduleId,
        String name,
        ScheduleStatus status,
        String cron,
        String timeZone,
        @JsonRawValue @Nullable String task,
        OverlapPolicy overlap,
        CatchUp catchUp,
        boolean paused,
        @Nullable Instant endsAt,
        @Nullable Integer maxRuns,
        int runs,
        int skips,
        @Nullable Instant nextRunAt,
        @Nullable Instant lastRunAt,
        @Nullable UUID lastTaskId,
        List<UUID> recentTaskIds,
        @Nullable Skip lastSkip,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A time that came and queued nothing.
     *
     * @param reason {@code overlap}, {@code missed}, {@code refused} or {@code too_many_waiting}
     * @param detail more words, for a person
     */
    @Schema(name = "ScheduleSkip")
    record Skip(Instant at, String reason, String detail) {}

    static final String COLUMNS = """
            id, name, cron, time_zone, overlap, catch_up, paused, ends_at, max_runs, runs, skips, next_run_at, last_run_at,
            recent_task_ids, last_skip_at, last_skip_reason, last_skip_detail, created_at, updated_at\
            """;

    static final String BODY = "task::text";

    static ScheduleView from(Row row) {
        List<UUID> recent = List.of(row.getArrayOfUUIDs("recent_task_ids"));
        boolean paused = row.getBoolean("paused");
        Instant next = instant(row.getOffsetDateTime("next_run_at"));
        return new ScheduleView(
                row.getUUID("id"),
                row.getString("name"),
                paused ? ScheduleStatus.PAUSED : next == null ? ScheduleStatus.ENDED : ScheduleStatus.ACTIVE,
                row.getString("cron"),
                row.getString("time_zone"),
                row.getColumnIndex("task") < 0 ? null : row.getString("task"),
                OverlapPolicy.of(row.getString("overlap")),
                CatchUp.of(row.getString("catch_up")),
                paused,
                instant(row.getOffsetDateTime("ends_at")),
                row.getInteger("max_runs"),
                row.getInteger("runs"),
                row.getInteger("skips"),
                next,
                instant(row.getOffsetDateTime("last_run_at")),
                recent.isEmpty() ? null : recent.getFirst(),
                recent,
                skip(row),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static @Nullable Skip skip(Row row) {
        Instant at = instant(row.getOffsetDateTime("last_skip_at"));
        return at == null ? null : new Skip(at, row.getString("last_skip_reason"), row.getString("last_skip_detail"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
