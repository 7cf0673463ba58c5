package io.ymera.manager.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.TaskPriority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Of the tasks of an owner with the same concurrency key, one holds the key: from when it becomes pending until it ends,
 * retries included. The others are blocked; the most urgent, then oldest of them is next.
 *
 * <p>A primary key makes sure that nobody holds a key twice. That nobody waits for a free key is made sure by
 * {@link #passOnFreeKeys}, which is called now and then, besides {@link #release}.
 */
@Singleton
class ConcurrencyKeys {

    private static final String ACQUIRE = """
            INSERT INTO concurrency_keys (owner, key, task_id)
            SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[])
            ON CONFLICT DO NOTHING RETURNING task_id
            """;

    /** A task that wants the key of its owner. */
    record Wish(String owner, String key, TaskPriority priority, UUID taskId) {}

    private static final String RELEASE = """
            DELETE FROM concurrency_keys AS held USING unnest($1::text[], $2::text[], $3::uuid[]) AS ended (owner, key, task_id)
             WHERE held.owner = ended.owner AND held.key = ended.key AND held.task_id = ended.task_id
            RETURNING held.owner, held.key
            """;

    /** The first that waits for each of these keys, if nobody holds it. */
    private static final String PASS_ON = """
            WITH first AS (
                SELECT candidate.id, wanted.owner, wanted.key
                  FROM unnest($1::text[], $2::text[]) AS wanted (owner, key),
                       LATERAL (SELECT id FROM tasks
                                 WHERE status = 'blocked' AND owner = wanted.owner AND concurrency_key = wanted.key
                                 ORDER BY priority DESC, id LIMIT 1 FOR UPDATE SKIP LOCKED) AS candidate),
            acquired AS (
                INSERT INTO concurrency_keys (owner, key, task_id) SELECT owner, key, id FROM first ORDER BY owner, key
                ON CONFLICT DO NOTHING RETURNING task_id)
            SELECT id, owner, task_type, version, priority, failed_attempts FROM tasks JOIN acquired ON id = task_id ORDER BY id
            """;

    /**
     * Some keys that tasks wait for, and whether nobody holds them: the next in their order, however many tasks wait for
     * each.
     */
    private static final String NEXT_KEYS = """
            WITH RECURSIVE waiting AS (
                (SELECT owner, concurrency_key AS key, 1 AS number FROM tasks
                  WHERE status = 'blocked' AND (owner, concurrency_key) > ($1, $2)
                  ORDER BY owner, concurrency_key LIMIT 1)
                UNION ALL
                SELECT next.owner, next.key, number + 1 FROM waiting, LATERAL (
                    SELECT owner, concurrency_key AS key FROM tasks
                     WHERE status = 'blocked' AND (owner, concurrency_key) > (waiting.owner, waiting.key)
                     ORDER BY owner, concurrency_key LIMIT 1) AS next
                 WHERE number < $3)
            SELECT owner, key,
                   NOT EXISTS (SELECT FROM concurrency_keys held WHERE held.owner = waiting.owner AND held.key = waiting.key)
              FROM waiting ORDER BY number
            """;

    /** So that a look costs the same however many keys are waited for. */
    private static final int KEYS_AT_A_TIME = 500;

    private record Key(String owner, String name) {
        /** Before all others. */
        static final Key NONE = new Key("", "");

        static Key from(Row row) {
            return new Key(row.getString(0), row.getString(1));
        }
    }

    /** How far {@link #passOnFreeKeys} has come. */
    private volatile Key lookedAt = Key.NONE;

    private final FairShare fairShare;
    private final Clock clock;

    ConcurrencyKeys(FairShare fairShare, Clock clock) {
        this.fairShare = fairShare;
        this.clock = clock;
    }

    /** Which tasks got their key; the others are to be blocked. */
    Uni<Set<UUID>> acquire(SqlClient transaction, List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        // Always in the same order, so that two transactions do not wait for each other
        List<Wish> ordered = wishes.stream()
                .sorted(Comparator.comparing(Wish::owner)
                        .thenComparing(Wish::key)
                        .thenComparing(Wish::priority, Comparator.reverseOrder())
                        .thenComparing(Wish::taskId))
                .toList();
        return transaction
                .preparedQuery(ACQUIRE)
                .execute(Tuple.of(
                        ordered.stream().map(Wish::owner).toArray(String[]::new),
                        ordered.stream().map(Wish::key).toArray(String[]::new),
                        ordered.stream().map(Wish::taskId).toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> acquired = new HashSet<>();
                    rows.forEach(row -> acquired.add(row.getUUID(0)));
                    return acquired;
                });
    }

    /** Passes the keys that {@code ended} held on to the next who wait for them. */
    Uni<Void> release(SqlClient transaction, List<EndedTask> ended) {
        List<EndedTask> holders = ended.stream()
                .filter(task -> task.concurrencyKey() != null)
                .sorted(Comparator.comparing(EndedTask::owner).thenComparing(EndedTask::concurrencyKey))
                .toList();
        if (holders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(RELEASE)
                .execute(Tuple.of(
                        holders.stream().map(EndedTask::owner).toArray(String[]::new),
                        holders.stream().map(EndedTask::concurrencyKey).toArray(String[]::new),
                        holders.stream().map(EndedTask::taskId).toArray(UUID[]::new)))
                .chain(freed ->
                        passOn(transaction, freed.stream().map(Key::from).toList()))
                .replaceWithVoid();
    }

    /**
     * Gives keys that nobody holds to those who wait for them, a few hundred with each call, in turn; says which tasks became
     * pending.
     */
    Uni<List<UUID>> passOnFreeKeys(SqlClient transaction) {
        return transaction
                .preparedQuery(NEXT_KEYS)
                .execute(Tuple.of(lookedAt.owner(), lookedAt.name(), KEYS_AT_A_TIME))
                .chain(rows -> {
                    List<Key> free = new ArrayList<>();
                    Key last = Key.NONE;
                    for (Row row : rows) {
                        last = Key.from(row);
                        if (row.getBoolean(2)) {
                            free.add(last);
                        }
                    }
                    lookedAt = rows.size() < KEYS_AT_A_TIME ? Key.NONE : last;
                    return passOn(transaction, free);
                });
    }

    private Uni<List<UUID>> passOn(SqlClient transaction, List<Key> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(PASS_ON)
                .execute(Tuple.of(
                        keys.stream().map(Key::owner).toArray(String[]::new),
                        keys.stream().map(Key::name).toArray(String[]::new)))
                .map(rows -> rows.stream().map(FairShare.Entrant::from).toList())
                .call(next ->
                        fairShare.makePending(transaction, next, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(next -> next.stream().map(FairShare.Entrant::taskId).toList());
    }
}
