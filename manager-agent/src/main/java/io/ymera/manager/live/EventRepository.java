package io.ymera.manager.live;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads events; they are written by the statements that change the tasks. */
@Singleton
class EventRepository {

    private static final String AFTER = """
            SELECT type, task_id, sequence, at, data::text FROM task_events
             WHERE task_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
            """;

    private static final String STATE = """
            SELECT status, event_sequence FROM tasks WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """;

    private final Pool pool;

    EventRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<List<TaskEventView>> after(UUID task, long sequence, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(task, sequence, limit))
                .map(rows -> rows.stream().map(TaskEventView::from).toList());
    }

    /** How far a task's events have come. */
    record State(boolean isFinal, long lastSequence) {
        /** Whether nothing comes after number {@code sequence}, unless the task is queued again. */
        boolean isOver(long sequence) {
            return isFinal && lastSequence <= sequence;
        }
    }

    /** Empty unless the task exists and belongs to {@code owner}; null stands for somebody who may see all. */
    Uni<Optional<State>> state(UUID task, @Nullable String owner) {
        return pool.preparedQuery(STATE).execute(Tuple.of(task, owner)).map(rows -> rows.stream()
                .map(row -> new State(TaskStatus.of(row.getString(0)).isFinal(), row.getLong(1)))
                .findFirst());
    }
}
