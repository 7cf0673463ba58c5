package io.ymera.manager.dispatch;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.manager.capability.CapabilityVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class ClaimRepository {

    /**
     * Takes tasks whose turn it is, and besides them those that have waited longest; gives them a new attempt with a new
     * fencing token, moves the queue's clock on, and tells.
     */
    static final String CLAIM = """
            WITH turn AS MATERIALIZED (
                SELECT id AS due_id FROM tasks
                 WHERE status = 'pending' AND task_type = $1 AND version = $2
                 ORDER BY priority DESC, fair_tag, id
                 LIMIT $3
                   FOR UPDATE SKIP LOCKED),
            oldest AS MATERIALIZED (
                SELECT id AS due_id FROM tasks
                 WHERE status = 'pending' AND task_type = $1 AND version = $2 AND id NOT IN (SELECT due_id FROM turn)
                 ORDER BY available_at
                 LIMIT $4
                   FOR UPDATE SKIP LOCKED),
            claimed AS (
                UPDATE tasks
                   SET status = $5, attempt = attempt + 1, fencing_token = nextval('fencing_tokens'), agent_id = $6,
                       report_sequence = 0, dispatched_at = $7::timestamptz, started_at = $8::timestamptz,
                       deadline_at = least($7::timestamptz + coalesce($9::float8, run_timeout_s) * interval '1 second',
                                           coalesce(redriven_at, created_at) + total_timeout_s * interval '1 second'),
                       event_sequence = event_sequence + 1
                  FROM (SELECT due_id FROM turn UNION ALL SELECT due_id FROM oldest) AS due WHERE id = due_id
                RETURNING tasks.*),
            told AS (
                INSERT INTO task_events (task_id, sequence, type, at, data)
                SELECT id, event_sequence, CASE status WHEN 'running' THEN 'task.started' ELSE 'task.dispatched' END,
                       $7::timestamptz,
                       CASE status WHEN 'running' THEN json_build_object('attempt', attempt, 'agent_id', agent_id)
                                   ELSE json_build_object('attempt', attempt) END
                  FROM claimed),
            clock AS (
                INSERT INTO fair_clocks AS clock (task_type, version, priority, tag)
                SELECT task_type, version, priority, max(fair_tag) FROM claimed GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                ON CONFLICT (task_type, version, priority) DO UPDATE SET tag = excluded.tag WHERE clock.tag < excluded.tag)
            SELECT id, attempt, fencing_token, task_type, version, run_timeout_s, available_at,
                   CASE WHEN octet_length(parameters::text) <= $10 THEN parameters::text END AS parameters
              FROM claimed ORDER BY priority DESC, fair_tag, id
            """;

    /** Locks in the order of ids, as everybody does who locks several tasks. */
    private static final String GIVE_BACK = """
            WITH claimed AS MATERIALIZED (
                SELECT id AS due_id FROM tasks
                  JOIN unnest($1::uuid[], $2::bigint[]) AS claim (task_id, token)
                    ON id = claim.task_id AND fencing_token = claim.token
                 WHERE status IN ('dispatched', 'running') ORDER BY id FOR UPDATE OF tasks),
            returned AS (
                UPDATE tasks
                   SET status = 'pending', agent_id = NULL, started_at = NULL, event_sequence = event_sequence + 1,
                       deadline_at = least($3::timestamptz + queue_timeout_s * interval '1 second',
                                           coalesce(redriven_at, created_at) + total_timeout_s * interval '1 second')
                  FROM claimed WHERE id = due_id
                RETURNING id, event_sequence, attempt)
            INSERT INTO task_events (task_id, sequence, type, at, data)
            SELECT id, event_sequence, 'task.ready', $3::timestamptz,
                   json_build_object('attempt', attempt, 'reason', $4::text)
              FROM returned
            """;

    private static final String HEADS = """
            SELECT queue.name, queue.version, urgent.priority, oldest.available_at
              FROM unnest($1::text[], $2::int[]) AS queue (name, version),
                   LATERAL (SELECT priority FROM tasks
                             WHERE status = 'pending' AND task_type = queue.name AND version = queue.version
                             ORDER BY priority DESC, fair_tag, id LIMIT 1) AS urgent,
                   LATERAL (SELECT available_at FROM tasks
                             WHERE status = 'pending' AND task_type = queue.name AND version = queue.version
                             ORDER BY available_at LIMIT 1) AS oldest
            """;

    private static final String ACTIVE = """
            SELECT task_type, version, agent_id, count(*)::int FROM tasks WHERE status IN ('dispatched', 'running')
             GROUP BY task_type, version, agent_id
            """;

    private final Pool pool;
    private final Clock clock;
    private final DispatchSettings settings;

    ClaimRepository(Pool pool, Clock clock, DispatchSettings settings) {
        this.pool = pool;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Claims waiting tasks for whichever agent receives them first.
     *
     * @param turns up to so many in the order of priority, fair share and age
     * @param oldest and up to so many of those that have waited longest
     */
    Uni<List<ClaimedTask>> claim(CapabilityVersion queue, int turns, int oldest) {
        Duration startTimeout = settings.startTimeout();
        return claim(pool, queue, turns, oldest, null, startTimeout, now())
                .map(rows -> rows.stream().map(ClaimedTask::from).toList());
    }

    /**
     * A task that one agent runs from now on.
     *
     * @param availableAt since when it could have run
     * @param startedAt when its attempt began: now
     */
    record Leased(ClaimedTask task, Instant availableAt, Instant startedAt) {}

    /** Claims waiting tasks for one agent, in the transaction; {@code turns} and {@code oldest} as above. */
    Uni<List<Leased>> lease(SqlClient transaction, UUID agent, CapabilityVersion queue, int turns, int oldest) {
        OffsetDateTime now = now();
        return claim(transaction, queue, turns, oldest, agent, null, now).map(rows -> rows.stream()
                .map(row -> new Leased(
                        ClaimedTask.from(row),
                        row.getOffsetDateTime("available_at").toInstant(),
                        now.toInstant()))
                .toList());
    }

    private static Uni<RowSet<Row>> claim(
            SqlClient client,
            CapabilityVersion queue,
            int turns,
            int oldest,
            @Nullable UUID agent,
            @Nullable Duration startTimeout,
            OffsetDateTime now) {
        return client.preparedQuery(CLAIM)
                .execute(Tuple.of(queue.name(), queue.version(), turns, oldest)
                        .addValue(agent == null ? "dispatched" : "running")
                        .addValue(agent)
                        .addValue(now)
                        .addValue(agent == null ? null : now)
                        .addValue(startTimeout == null ? null : startTimeout.toMillis() / 1000.0)
                        .addValue(ClaimedTask.INLINE_BYTES));
    }

    /** Puts back what was claimed and reached nobody. */
    Uni<Void> giveBack(Collection<AttemptRef> claims, String reason) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(
                        claims.stream().map(AttemptRef::taskId).toArray(UUID[]::new),
                        claims.stream().map(AttemptRef::fencingToken).toArray(Long[]::new),
                        now(),
                        reason))
                .replaceWithVoid();
    }

    /**
     * How many tasks of one queue are with one agent.
     *
     * @param agent null for those that no agent has started
     */
    record Active(CapabilityVersion queue, @Nullable UUID agent, int tasks) {
        static Active from(Row row) {
            return new Active(
                    new CapabilityVersion(row.getString(0), row.getInteger(1)), row.getUUID(2), row.getInteger(3));
        }
    }

    /** What is first in each of {@code queues} in which something waits. */
    Uni<List<Turns.Head>> heads(Collection<CapabilityVersion> queues) {
        return heads(pool, queues);
    }

    /** The same in a transaction. */
    Uni<List<Turns.Head>> heads(SqlClient client, Collection<CapabilityVersion> queues) {
        return client.preparedQuery(HEADS)
                .execute(Tuple.of(
                        queues.stream().map(CapabilityVersion::name).toArray(String[]::new),
                        queues.stream().map(CapabilityVersion::version).toArray(Integer[]::new)))
                .map(rows -> rows.stream()
                        .map(row -> new Turns.Head(
                                new CapabilityVersion(row.getString(0), row.getInteger(1)),
                                row.getShort(2),
                                row.getOffsetDateTime(3).toInstant()))
                        .toList());
    }

    Uni<List<Active>> active() {
        return pool.preparedQuery(ACTIVE)
                .execute()
                .map(rows -> rows.stream().map(Active::from).toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
