package io.ymera.manager.live;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads events; they are written by the statements that change the tasks and workflows. */
@Singleton
class EventRepository {

    private static final String TASK_EVENTS = """
            SELECT type, task_id, NULL::uuid AS workflow_id, sequence, at, data::text FROM task_events
             WHERE task_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
            """;

    private static final String WORKFLOW_EVENTS = """
            SELECT type, NULL::uuid AS task_id, workflow_id, sequence, at, data::text FROM workflow_events
             WHERE workflow_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
            """;

    private static final String TASK_STATE = """
            SELECT status IN ('completed', 'failed', 'cancelled'), event_sequence FROM tasks
             WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """;

    /** Who is or was asked to approve something sees what became of it. */
    private static final String WORKFLOW_STATE = """
            SELECT status IN ('completed', 'failed', 'cancelled', 'compensation_failed'), event_sequence FROM workflows
             WHERE id = $1 AND ($2::text IS NULL OR owner = $2
                                OR EXISTS (SELECT FROM workflow_steps
                                            WHERE workflow_id = id AND addressees && ARRAY[$2::text, 'role:user']))
            """;

    private final Pool pool;

    EventRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<List<EventView>> after(Source source, long sequence, int limit) {
        String sql =
                switch (source.kind()) {
                    case TASK -> TASK_EVENTS;
                    case WORKFLOW -> WORKFLOW_EVENTS;
                };
        return pool.preparedQuery(sql)
                .execute(Tuple.of(source.id(), sequence, limit))
                .map(rows -> rows.stream().map(EventView::from).toList());
    }

    /** How far the events of a source have come. */
    record State(boolean isFinal, long lastSequence) {
        /** Whether nothing comes after number {@code sequence}, unless it is a task that is queued again. */
        boolean isOver(long sequence) {
            return isFinal && lastSequence <= sequence;
        }
    }

    /** Empty unless the source exists and {@code viewer} may see it; null stands for somebody who may see all. */
    Uni<Optional<State>> state(Source source, @Nullable String viewer) {
        String sql =
                switch (source.kind()) {
                    case TASK -> TASK_STATE;
                    case WORKFLOW -> WORKFLOW_STATE;
                };
        return pool.preparedQuery(sql).execute(Tuple.of(source.id(), viewer)).map(rows -> rows.stream()
                .map(row -> new State(row.getBoolean(0), row.getLong(1)))
                .findFirst());
    }
}
