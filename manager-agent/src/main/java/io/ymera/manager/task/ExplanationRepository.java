package io.ymera.manager.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at the queue as the statement that claims tasks does, in the order of the same index. */
@Singleton
class ExplanationRepository {

    /** One more than is counted, which tells that there are more. */
    private static final int LIMIT = Explanations.MOST_COUNTED + 1;

    private static final String BEFORE = """
            SELECT count(*)::int FROM (
                (SELECT FROM tasks WHERE status = 'pending' AND task_type = $1 AND version = $2 AND priority > $3 LIMIT $6)
                UNION ALL
                (SELECT FROM tasks WHERE status = 'pending' AND task_type = $1 AND version = $2 AND priority = $3
                    AND (fair_tag, id) < ($4, $5) LIMIT $6)
                LIMIT $6) AS before
            """;

    private static final String KEY_HOLDER = """
            SELECT (SELECT task_id FROM concurrency_keys WHERE owner = $1 AND key = $2) AS held_by,
                   (SELECT count(*)::int FROM (
                        (SELECT FROM tasks WHERE status = 'blocked' AND owner = $1 AND concurrency_key = $2
                            AND priority > $3 LIMIT $5)
                        UNION ALL
                        (SELECT FROM tasks WHERE status = 'blocked' AND owner = $1 AND concurrency_key = $2
                            AND priority = $3 AND id < $4 LIMIT $5)
                        LIMIT $5) AS before) AS before
            """;

    private final Pool pool;

    ExplanationRepository(Pool pool) {
        this.pool = pool;
    }

    /** How many are before a task, up to one more than are counted. */
    record Before(int tasks) {
        /** 1 for the next; null if it is too far off. */
        @Nullable
        Integer position() {
            return tasks > Explanations.MOST_COUNTED ? null : tasks + 1;
        }

        String inWords() {
            return switch (tasks) {
                case 0 -> "no task is before it";
                case 1 -> "one task is before it";
                default ->
                    tasks > Explanations.MOST_COUNTED
                            ? "more than %d tasks are before it".formatted(Explanations.MOST_COUNTED)
                            : tasks + " tasks are before it";
            };
        }
    }

    /** @param task that holds the key, or null if none does */
    record KeyHolder(@Nullable UUID task, Before before) {}

    Uni<Before> before(Place place) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(
                        place.queue().name(),
                        place.queue().version(),
                        place.priority(),
                        place.fairTag(),
                        place.taskId(),
                        LIMIT))
                .map(rows -> new Before(rows.iterator().next().getInteger(0)));
    }

    Uni<KeyHolder> keyHolder(Place place) {
        return pool.preparedQuery(KEY_HOLDER)
                .execute(Tuple.of(place.owner(), place.concurrencyKey(), place.priority(), place.taskId(), LIMIT))
                .map(rows -> rows.iterator().next())
                .map(row -> new KeyHolder(row.getUUID(0), new Before(row.getInteger(1))));
    }
}
