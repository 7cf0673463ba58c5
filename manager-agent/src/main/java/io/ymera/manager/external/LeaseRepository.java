package io.ymera.manager.external;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.capability.CapabilityVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

@Singleton
class LeaseRepository {

    /** So that of two requests of an agent one sees what the other has claimed. */
    private static final String LOCK = """
            SELECT FROM agents WHERE id = $1 FOR NO KEY UPDATE
            """;

    private static final String LOOK = """
            SELECT a.delivery, a.status, a.slots, a.capabilities, a.capability_versions,
                   (SELECT count(*)
                      FROM unnest(a.capabilities, a.capability_versions) AS offered (name, version)
                      JOIN tasks t ON t.task_type = offered.name AND t.version = offered.version AND t.agent_id = a.id
                     WHERE t.status IN ('dispatched', 'running')) AS running
              FROM agents a WHERE a.id = $1 AND a.owner = $2
            """;

    private static final String WAITING = """
            SELECT name, version,
                   (SELECT count(*) FROM (SELECT FROM tasks t
                                           WHERE t.status = 'pending' AND t.task_type = wanted.name
                                             AND t.version = wanted.version
                                           LIMIT $3) AS counted) AS tasks
              FROM unnest($1::text[], $2::integer[]) AS wanted (name, version)
            """;

    private static final String DEADLINES = """
            SELECT id, coalesce(deadline_at, $2) AS deadline_at FROM tasks WHERE id = ANY ($1)
            """;

    private final Pool pool;
    private final Clock clock;

    LeaseRepository(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * An agent that asks.
     *
     * @param isHttp whether it registered to do so
     * @param status {@code online}, {@code draining} or {@code offline}
     * @param running how many tasks it has by now
     */
    record Asking(boolean isHttp, String status, int slots, int running, List<CapabilityVersion> capabilities) {

        static Asking from(Row row) {
            String[] names = row.getArrayOfStrings("capabilities");
            Integer[] versions = row.getArrayOfIntegers("capability_versions");
            return new Asking(
                    row.getString("delivery").equals("http"),
                    row.getString("status"),
                    row.getInteger("slots"),
                    Math.toIntExact(row.getLong("running")),
                    IntStream.range(0, names.length)
                            .mapToObj(i -> new CapabilityVersion(names[i], versions[i]))
                            .toList());
        }

        /** How many more tasks it may have. */
        int room() {
            return status.equals("online") ? Math.max(slots - running, 0) : 0;
        }
    }

    /** Nothing if {@code owner} has no such agent. */
    Uni<Optional<Asking>> look(UUID agent, String owner) {
        return look(pool, agent, owner);
    }

    /** The same, for the only one who looks at that agent until the transaction ends. */
    Uni<Optional<Asking>> lookAlone(SqlClient transaction, UUID agent, String owner) {
        // In a statement of its own: what is running is counted as of the moment when the lock is there
        return transaction.preparedQuery(LOCK).execute(Tuple.of(agent)).chain(() -> look(transaction, agent, owner));
    }

    private static Uni<Optional<Asking>> look(SqlClient client, UUID agent, String owner) {
        return client.preparedQuery(LOOK)
                .execute(Tuple.of(agent, owner))
                .map(rows -> rows.stream().map(Asking::from).findFirst());
    }

    /** How many tasks wait in each of these queues, counted up to {@code limit}. */
    Uni<Map<CapabilityVersion, Integer>> waiting(Collection<CapabilityVersion> queues, int limit) {
        return waiting(pool, queues, limit);
    }

    /** The same in a transaction. */
    Uni<Map<CapabilityVersion, Integer>> waiting(SqlClient client, Collection<CapabilityVersion> queues, int limit) {
        return client.preparedQuery(WAITING)
                .execute(Tuple.of(
                        queues.stream().map(CapabilityVersion::name).toArray(String[]::new),
                        queues.stream().map(CapabilityVersion::version).toArray(Integer[]::new),
                        limit))
                .map(rows -> {
                    Map<CapabilityVersion, Integer> waiting = new HashMap<>();
                    rows.forEach(row -> waiting.put(
                            new CapabilityVersion(row.getString("name"), row.getInteger("version")),
                            Math.toIntExact(row.getLong("tasks"))));
                    return waiting;
                });
    }

    /** When the attempts of tasks that have just been claimed are ended at the latest. */
    Uni<Map<UUID, Instant>> deadlines(Collection<UUID> tasks) {
        return pool.preparedQuery(DEADLINES)
                .execute(Tuple.of(tasks.toArray(UUID[]::new), clock.instant().atOffset(UTC)))
                .map(rows -> {
                    Map<UUID, Instant> deadlines = new HashMap<>();
                    rows.forEach(row -> deadlines.put(
                            row.getUUID("id"),
                            row.getOffsetDateTime("deadline_at").toInstant()));
                    return deadlines;
                });
    }
}
