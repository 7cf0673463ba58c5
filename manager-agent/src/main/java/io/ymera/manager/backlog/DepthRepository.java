package io.ymera.manager.backlog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.capability.CapabilityVersion;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
class DepthRepository {

    /** One part per partial index, so that its cost grows with what has not ended and not with what has. */
    private static final String DEPTHS = """
            SELECT task_type, version, 'pending' AS status, count(*), min(available_at) FROM tasks
             WHERE status = 'pending' GROUP BY task_type, version
            UNION ALL
            SELECT task_type, version, status, count(*), NULL FROM tasks
             WHERE status IN ('dispatched', 'running') GROUP BY task_type, version, status
            UNION ALL
            SELECT task_type, version, 'scheduled', count(*), NULL FROM tasks
             WHERE status = 'scheduled' GROUP BY task_type, version
            UNION ALL
            SELECT task_type, version, 'blocked', count(*), NULL FROM tasks
             WHERE status = 'blocked' GROUP BY task_type, version
            """;

    private final Pool pool;

    DepthRepository(Pool pool) {
        this.pool = pool;
    }

    /** Of each queue that has any tasks which have not ended. */
    Uni<Map<CapabilityVersion, Depth>> depths() {
        return pool.preparedQuery(DEPTHS).execute().map(rows -> {
            Map<CapabilityVersion, Depth> depths = new HashMap<>();
            rows.forEach(row ->
                    depths.merge(new CapabilityVersion(row.getString(0), row.getInteger(1)), depth(row), Depth::plus));
            return Map.copyOf(depths);
        });
    }

    private static Depth depth(Row row) {
        return new Depth(Map.of(TaskStatus.of(row.getString(2)), row.getLong(3)), instant(row.getOffsetDateTime(4)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
