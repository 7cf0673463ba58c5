package io.ymera.manager.schedule;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.manager.queue.NewTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A schedule whose time has come.
 *
 * @param definition what its owner said
 * @param runs how often it has run before
 * @param dueAt the time that has come
 * @param recentTaskIds what it queued before, the newest first
 */
record DueSchedule(
        UUID id, String owner, ScheduleDefinition definition, int runs, Instant dueAt, List<UUID> recentTaskIds) {

    static final String COLUMNS = "id, owner, runs, next_run_at, recent_task_ids, " + ScheduleRepository.DEFINITION;

    static DueSchedule from(Row row, ScheduleDefinition definition) {
        return new DueSchedule(
                row.getUUID("id"),
                row.getString("owner"),
                definition,
                row.getInteger("runs"),
                row.getOffsetDateTime("next_run_at").toInstant(),
                List.of(row.getArrayOfUUIDs("recent_task_ids")));
    }

    /** Whether it missed its time, be it that no manager was there or that the platform was too busy, and its owner does not want that made up for. */
    boolean isMissed(Instant now, Duration lateAfter) {
        return definition.catchUp() == CatchUp.NONE
                && Duration.between(dueAt, now).compareTo(lateAfter) > 0;
    }

    NewTask task(UUID task, int version) {
        return definition.task().task(task, owner, definition.name(), version);
    }

    boolean mayNotOverlap() {
        return definition.overlap() == OverlapPolicy.SKIP && !recentTaskIds.isEmpty();
    }
}
