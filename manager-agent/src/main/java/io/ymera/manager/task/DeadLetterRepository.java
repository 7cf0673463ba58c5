package io.ymera.manager.task;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class DeadLetterRepository {

    private static final String FILTER = """
             WHERE status = 'failed' AND ($1::text IS NULL OR task_type = $1) AND ($2::text IS NULL OR failure ->> 'code' = $2)
               AND ($3::text IS NULL OR owner = $3) AND ($4::timestamptz IS NULL OR finished_at >= $4)
               AND ($5::timestamptz IS NULL OR finished_at < $5)
            """;

    private static final String LIST = """
            SELECT %s FROM tasks
            %s AND id < $6
             ORDER BY id DESC LIMIT $7
            """.formatted(DeadLetter.COLUMNS, FILTER);

    /** The oldest first, as they would have run. */
    private static final String IDS = """
            SELECT id FROM tasks
            %s AND workflow_id IS NULL
             ORDER BY id LIMIT $6
            """.formatted(FILTER);

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final Pool pool;

    DeadLetterRepository(Pool pool) {
        this.pool = pool;
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<DeadLetter>> list(DeadLetterFilter filter, @Nullable UUID cursor, int limit) {
        return pool.preparedQuery(LIST)
                .execute(parameters(filter)
                        .addValue(cursor == null ? HIGHEST : cursor)
                        .addValue(limit))
                .map(rows -> rows.stream().map(DeadLetter::from).toList());
    }

    /** Those that can be queued again: steps of workflows can't. */
    Uni<List<UUID>> redrivable(DeadLetterFilter filter, int limit) {
        return pool.preparedQuery(IDS)
                .execute(parameters(filter).addValue(limit))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    private static Tuple parameters(DeadLetterFilter filter) {
        return Tuple.tuple()
                .addValue(filter.taskType())
                .addValue(filter.failureCode())
                .addValue(filter.owner())
                .addValue(time(filter.since()))
                .addValue(time(filter.until()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(UTC);
    }
}
