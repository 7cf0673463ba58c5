package io.ymera.manager.task;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskPriority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class TaskRepository {

    private static final String INSERT = """
            WITH created AS (
                INSERT INTO tasks (id, owner, name, description, task_type, parameters, priority, status, run_timeout_s,
                                   max_attempts, created_at, available_at, event_sequence)
                VALUES ($1, $2, $3, $4, $5, $6::text::json, $7, 'pending', $8, $9, $10, $10, 1)
                RETURNING id)
            INSERT INTO task_events (task_id, sequence, type, at, data) SELECT id, 1, 'task.created', $10, '{}' FROM created
            """;

    private static final String FIND = """
            SELECT %s, %s FROM tasks WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """.formatted(TaskView.COLUMNS, TaskView.BODIES);

    private static final String LIST = """
            SELECT %s FROM tasks
             WHERE ($1::text IS NULL OR owner = $1) AND ($2::uuid IS NULL OR id < $2)
             ORDER BY id DESC LIMIT $3
            """.formatted(TaskView.COLUMNS);

    private final Pool pool;
    private final Clock clock;

    TaskRepository(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Void> insert(
            UUID id,
            String owner,
            SubmitTask task,
            String parameters,
            TaskPriority priority,
            int runTimeoutSeconds,
            int maxAttempts) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(id, owner, task.name(), task.description(), task.taskType(), parameters)
                        .addValue(priority.rank())
                        .addValue(runTimeoutSeconds)
                        .addValue((short) maxAttempts)
                        .addValue(clock.instant().atOffset(UTC)))
                .replaceWithVoid();
    }

    /** @param owner whose task it must be, or null for anybody's */
    Uni<Optional<TaskView>> find(UUID id, @Nullable String owner) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, owner))
                .map(rows -> rows.stream().map(TaskView::from).findFirst());
    }

    /** The newest first; {@code before} is the last id of the page before this one, or null for the first page. */
    Uni<List<TaskView>> list(@Nullable String owner, @Nullable UUID before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(owner, before, limit))
                .map(rows -> rows.stream().map(TaskView::from).toList());
    }
}
