package io.ymera.manager.task;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class TaskRepository {

    private static final String FIND = """
            SELECT %s FROM tasks WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """.formatted(TaskDetail.COLUMNS);

    private static final String STATUS = """
            SELECT status, owner, workflow_id FROM tasks WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """;

    private static final String FILTER = """
               AND ($3::text[] IS NULL OR status = ANY ($3)) AND ($4::text IS NULL OR task_type = $4)
               AND ($5::uuid IS NULL OR project_id = $5) AND ($6::timestamptz IS NULL OR created_at > $6)
               AND ($7::timestamptz IS NULL OR created_at < $7) AND ($8::text IS NULL OR starts_with(name, $8))
             ORDER BY id DESC LIMIT $9
            """;

    private static final String LIST = """
            SELECT %s FROM tasks
             WHERE id < $1 AND id >= $2
            %s""".formatted(TaskView.COLUMNS, FILTER);

    /** A statement of its own, so that no plan is made that goes through everybody's tasks to find one owner's. */
    private static final String LIST_OWNED = """
            SELECT %s FROM tasks
             WHERE owner = $10 AND id < $1 AND id >= $2
            %s""".formatted(TaskView.COLUMNS, FILTER);

    private final Pool pool;

    TaskRepository(Pool pool) {
        this.pool = pool;
    }

    /** @param owner whose task it must be, or null for anybody's */
    Uni<Optional<TaskDetail>> find(UUID id, @Nullable String owner) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, owner))
                .map(rows -> rows.stream().map(TaskDetail::from).findFirst());
    }

    /** @param workflowId the workflow that the task is a step of, or null */
    record State(TaskStatus status, String owner, @Nullable UUID workflowId) {}

    /** @param owner whose task it must be, or null for anybody's */
    Uni<Optional<State>> state(UUID id, @Nullable String owner) {
        return pool.preparedQuery(STATUS).execute(Tuple.of(id, owner)).map(rows -> rows.stream()
                .map(row -> new State(TaskStatus.of(row.getString(0)), row.getString(1), row.getUUID(2)))
                .findFirst());
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<TaskView>> list(TaskFilter filter, @Nullable UUID cursor, int limit) {
        Tuple parameters = Tuple.of(filter.idsBefore(cursor), filter.idsFrom())
                .addValue(filter.statuses())
                .addValue(filter.taskType())
                .addValue(filter.projectId())
                .addValue(time(filter.createdAfter()))
                .addValue(time(filter.createdBefore()))
                .addValue(filter.namePrefix())
                .addValue(limit);
        String owner = filter.owner();
        return (owner == null
                        ? pool.preparedQuery(LIST).execute(parameters)
                        : pool.preparedQuery(LIST_OWNED).execute(parameters.addValue(owner)))
                .map(rows -> rows.stream().map(TaskView::from).toList());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(UTC);
    }
}
