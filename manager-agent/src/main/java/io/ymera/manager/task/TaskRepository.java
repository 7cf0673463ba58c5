package io.ymera.manager.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class TaskRepository {

    private static final String FIND = """
            SELECT %s, %s FROM tasks WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """.formatted(TaskView.COLUMNS, TaskView.BODIES);

    private static final String LIST = """
            SELECT %s FROM tasks
             WHERE ($1::text IS NULL OR owner = $1) AND ($2::uuid IS NULL OR id < $2)
             ORDER BY id DESC LIMIT $3
            """.formatted(TaskView.COLUMNS);

    private final Pool pool;

    TaskRepository(Pool pool) {
        this.pool = pool;
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
