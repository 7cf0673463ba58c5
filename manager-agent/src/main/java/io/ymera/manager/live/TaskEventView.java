package io.ymera.manager.live;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One thing that happened to a task, as a client sees it.
 *
 * @param type what happened, for example {@code task.started}
 * @param taskId to which task
 * @param sequence counts the task's events, from 1 without gaps
 * @param at when, by the manager's clock
 * @param data more about it, a JSON object; what it holds depends on the type
 */
@RegisterForReflection
record TaskEventView(
        String type,
        UUID taskId,
        long sequence,
        Instant at,
        @JsonRawValue String data) {

    private static final Set<String> ENDS = Set.of("task.completed", "task.failed", "task.cancelled");

    static TaskEventView from(Row row) {
        return new TaskEventView(
                row.getString("type"),
                row.getUUID("task_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("data"));
    }

    /** Whether the task has ended with it. Something may come after it: a task that failed can be queued again. */
    boolean isEnd() {
        return ENDS.contains(type);
    }
}
