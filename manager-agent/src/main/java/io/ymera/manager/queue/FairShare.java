package io.ymera.manager.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is among tasks of the same type and priority: start-time fair queueing (Goyal, Vin and Cheng 1996). A task
 * gets a tag when it becomes pending, one more than its owner's task before it or than the queue's clock, whichever is
 * greater; the clock is the highest tag that was claimed. Claiming in the order of tags gives each owner who has tasks
 * waiting one in every round, and costs the same however many wait.
 */
@Singleton
class FairShare {

    private static final String ADD = """
            INSERT INTO fair_shares AS share (task_type, version, priority, owner, last_tag, added)
            SELECT entrant.task_type, entrant.version, entrant.priority, entrant.owner,
                   coalesce(clock.tag, 0) + entrant.added, entrant.added
              FROM unnest($1::text[], $2::int[], $3::smallint[], $4::text[], $5::int[])
                   AS entrant (task_type, version, priority, owner, added)
              LEFT JOIN fair_clocks clock USING (task_type, version, priority)
            ON CONFLICT (task_type, version, priority, owner) DO UPDATE
               SET last_tag = greatest(share.last_tag + excluded.added, excluded.last_tag), added = excluded.added
            RETURNING task_type, version, priority, owner, last_tag - added AS base
            """;

    private static final String MAKE_PENDING = """
            WITH changed AS (
                UPDATE tasks
                   SET status = 'pending', fair_tag = coalesce(entrant.tag, fair_tag), event_sequence = event_sequence + 1,
                       deadline_at = least($3::timestamptz + queue_timeout_s * interval '1 second',
                                           coalesce(redriven_at, created_at) + total_timeout_s * interval '1 second')
                  FROM unnest($1::uuid[], $2::bigint[]) AS entrant (id, tag)
                 WHERE tasks.id = entrant.id AND status IN ('scheduled', 'blocked')
                RETURNING tasks.id, event_sequence)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, 'task.ready', $3::timestamptz, '{}' FROM changed
            """;

    /**
     * A task that is to be pending.
     *
     * @param keepsTag because it had its turn before, and is tried again
     */
    record Entrant(UUID taskId, String owner, String taskType, int version, short priority, boolean keepsTag) {
        /** Of a row with these columns and {@code failed_attempts}. */
        static Entrant from(Row row) {
            return new Entrant(
                    row.getUUID("id"),
                    row.getString("owner"),
                    row.getString("task_type"),
                    row.getInteger("version"),
                    row.getShort("priority"),
                    row.getInteger("failed_attempts") > 0);
        }

        Share share() {
            return new Share(taskType, version, priority, owner);
        }
    }

    private record Share(String taskType, int version, short priority, String owner) {}

    private static final Comparator<Share> LOCK_ORDER = Comparator.comparing(Share::taskType)
            .thenComparing(Share::version)
            .thenComparing(Share::priority)
            .thenComparing(Share::owner);

    /** The tags of {@code entrants}, in their order; null for one that keeps its own. */
    Uni<@Nullable Long[]> tags(SqlClient transaction, List<Entrant> entrants) {
        Map<Share, Integer> added = new HashMap<>();
        entrants.stream()
                .filter(entrant -> !entrant.keepsTag())
                .forEach(entrant -> added.merge(entrant.share(), 1, Integer::sum));
        if (added.isEmpty()) {
            return Uni.createFrom().item(new Long[entrants.size()]);
        }
        // Always in the same order, so that two transactions do not wait for each other
        List<Share> shares = added.keySet().stream().sorted(LOCK_ORDER).toList();
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        shares.stream().map(Share::taskType).toArray(String[]::new),
                        shares.stream().map(Share::version).toArray(Integer[]::new),
                        shares.stream().map(Share::priority).toArray(Short[]::new),
                        shares.stream().map(Share::owner).toArray(String[]::new),
                        shares.stream().map(added::get).toArray(Integer[]::new)))
                .map(rows -> {
                    Map<Share, Long> last = new HashMap<>();
                    rows.forEach(row -> last.put(
                            new Share(row.getString(0), row.getInteger(1), row.getShort(2), row.getString(3)),
                            row.getLong(4)));
                    return entrants.stream()
                            .map(entrant -> entrant.keepsTag() ? null : last.merge(entrant.share(), 1L, Long::sum))
                            .toArray(Long[]::new);
                });
    }

    /** Makes tasks pending that were scheduled or blocked. */
    Uni<Void> makePending(SqlClient transaction, List<Entrant> entrants, OffsetDateTime now) {
        if (entrants.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tags(transaction, entrants)
                .chain(tags -> transaction
                        .preparedQuery(MAKE_PENDING)
                        .execute(Tuple.of(entrants.stream().map(Entrant::taskId).toArray(UUID[]::new), tags, now)))
                .replaceWithVoid();
    }
}
