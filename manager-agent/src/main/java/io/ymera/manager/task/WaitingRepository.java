package io.ymera.manager.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Counts the tasks that wait. */
@Singleton
class WaitingRepository {

    /** From the index tasks_waiting alone, as its condition is the same. */
    private static final String BY_OWNER = """
            SELECT owner, count(*)::int FROM tasks WHERE status IN ('scheduled', 'blocked', 'pending') GROUP BY owner
            """;

    /** Every dispatch takes a number, whichever manager does it. */
    private static final String DISPATCHED = """
            SELECT last_value FROM fencing_tokens
            """;

    private final Pool pool;

    WaitingRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * What waits at one moment.
     *
     * @param dispatched how many were ever dispatched
     * @param at by {@link System#nanoTime()}
     */
    record Count(Map<String, Integer> byOwner, int total, long dispatched, long at) {
        static final Count NOTHING = new Count(Map.of(), 0, -1, 0);

        int of(String owner) {
            return byOwner.getOrDefault(owner, 0);
        }

        int owners() {
            return byOwner.size();
        }

        /** Empty if {@code before} was no count. */
        OptionalDouble dispatchedPerSecondSince(Count before) {
            return before.dispatched < 0 || at <= before.at
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((dispatched - before.dispatched) * 1e9 / (at - before.at));
        }
    }

    Uni<Count> count() {
        return pool.preparedQuery(BY_OWNER).execute().chain(rows -> {
            Map<String, Integer> byOwner = new HashMap<>();
            rows.forEach(row -> byOwner.put(row.getString(0), row.getInteger(1)));
            int total = byOwner.values().stream().mapToInt(Integer::intValue).sum();
            return pool.preparedQuery(DISPATCHED)
                    .execute()
                    .map(dispatched -> new Count(
                            Map.copyOf(byOwner),
                            total,
                            dispatched.iterator().next().getLong(0),
                            System.nanoTime()));
        });
    }
}
