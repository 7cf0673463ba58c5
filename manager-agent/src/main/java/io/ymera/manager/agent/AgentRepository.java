package io.ymera.manager.agent;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.task.AttemptRef;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
class AgentRepository {

    /** An assignment that is in good hands has been started by then. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    private static final String REGISTER = """
            INSERT INTO agents AS known (id, name, owner, status, slots, capabilities, capability_versions, delivery,
                                         instance, registered_at, status_at)
            VALUES ($1, $2, $3, 'online', $4, $5, $6, $7, $8, $9, $9)
            ON CONFLICT (owner, instance) WHERE instance IS NOT NULL DO UPDATE
               SET name = excluded.name, status = CASE WHEN known.drain THEN 'draining' ELSE 'online' END,
                   slots = least(excluded.slots, known.slots_limit), capabilities = excluded.capabilities,
                   capability_versions = excluded.capability_versions, delivery = excluded.delivery,
                   status_at = excluded.status_at
            RETURNING id, status
            """;

    /**
     * All that a heartbeat has to know, in one look; it writes nothing. An attempt is still wanted while it is its task's
     * current one; of a task nothing more is wanted when no attempt at it is current that this agent has, be it one that the
     * heartbeat does not name yet.
     */
    private static final String PULSE = """
            WITH held AS (
                SELECT named.position, named.task_id,
                       coalesce(t.fencing_token = named.fencing_token, false) AS wanted,
                       coalesce(t.agent_id = $1, false) AS current_is_here
                  FROM unnest($3::uuid[], $4::bigint[]) WITH ORDINALITY AS named (task_id, fencing_token, position)
                  LEFT JOIN tasks t ON t.id = named.task_id AND t.status IN ('dispatched', 'running')
                                   AND (t.agent_id IS NULL OR t.agent_id = $1))
            SELECT a.status, a.slots, a.slots_limit, a.drain, a.capabilities,
                   ARRAY(SELECT position FROM held WHERE NOT wanted) AS superseded,
                   ARRAY(SELECT task_id FROM held
                          GROUP BY task_id HAVING NOT bool_or(wanted OR current_is_here)) AS cancelled,
                   CASE WHEN $5 < least($6, a.slots_limit) AND a.delivery = 'kafka' THEN
                       (SELECT count(*)
                          FROM unnest(a.capabilities, a.capability_versions) AS offered (name, version)
                          JOIN tasks t ON t.task_type = offered.name AND t.version = offered.version
                         WHERE t.status = 'dispatched' AND t.agent_id IS NULL AND t.dispatched_at < $7)
                        ELSE 0 END AS waiting
              FROM agents a WHERE a.id = $1 AND a.owner = $2
            """;

    private static final String SET_STATUS = """
            UPDATE agents
               SET status = CASE WHEN drain THEN 'draining' ELSE $2 END, slots = least($3, slots_limit), status_at = $4
             WHERE id = $1
            """;

    private static final String SET_OFFLINE = """
            UPDATE agents SET status = 'offline', status_at = $2 WHERE id = $1 AND status <> 'offline'
            """;

    private static final String DEREGISTER = """
            UPDATE agents SET status = 'offline', status_at = $3 WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """;

    private static final String CHANGE = """
            UPDATE agents
               SET drain = coalesce($3::boolean, drain),
                   status = CASE WHEN $3::boolean IS TRUE AND status = 'online' THEN 'draining' ELSE status END,
                   status_at = CASE WHEN $3::boolean IS TRUE AND status = 'online' THEN $5 ELSE status_at END,
                   slots_limit = coalesce($4::integer, slots_limit), slots = least(slots, $4::integer)
             WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            RETURNING %s
            """.formatted(Agent.COLUMNS);

    private static final String LIST = """
            SELECT %s FROM agents
             WHERE ($1::text IS NULL OR owner = $1) AND (status <> 'offline' OR status_at > $2)
               AND ($3::uuid IS NULL OR id > $3)
             ORDER BY id LIMIT $4
            """.formatted(Agent.COLUMNS);

    private static final String FIND = """
            SELECT %s FROM agents WHERE id = $1 AND ($2::text IS NULL OR owner = $2)
            """.formatted(Agent.COLUMNS);

    private static final String PRESENT = """
            SELECT id FROM agents WHERE status <> 'offline'
            """;

    private static final String ONLINE = """
            SELECT id, slots, capabilities, capability_versions FROM agents
             WHERE status = 'online' AND delivery = 'kafka'
            """;

    private final Pool pool;
    private final Clock clock;

    AgentRepository(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** An agent that has just registered; its id is an older one if it is known. */
    record Registered(UUID id, AgentStatus status) {}

    /** @param id its id if it is not known yet */
    Uni<Registered> register(SqlConnection connection, UUID id, String owner, AgentRegistration agent) {
        return connection
                .preparedQuery(REGISTER)
                .execute(Tuple.of(id, agent.name(), owner, agent.slots())
                        .addValue(column(agent, CapabilityDescriptor::name).toArray(String[]::new))
                        .addValue(column(agent, CapabilityDescriptor::version).toArray(Integer[]::new))
                        .addValue(agent.delivery().wireName())
                        .addValue(agent.instance())
                        .addValue(now()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Registered(row.getUUID("id"), AgentStatus.of(row.getString("status"))));
    }

    /** Nothing if {@code owner} has no such agent. */
    Uni<Optional<Pulse>> pulse(UUID id, String owner, Heartbeat heartbeat) {
        List<AttemptRef> held = heartbeat.attempts();
        return pool.preparedQuery(PULSE)
                .execute(Tuple.of(id, owner)
                        .addValue(held.stream().map(AttemptRef::taskId).toArray(UUID[]::new))
                        .addValue(held.stream().map(AttemptRef::fencingToken).toArray(Long[]::new))
                        .addValue(heartbeat.inUse())
                        .addValue(heartbeat.slots())
                        .addValue(now().minus(ON_THE_WAY)))
                .map(rows -> rows.stream().map(row -> Pulse.from(row, held)).findFirst());
    }

    /** What an agent says of itself, within what somebody wants of it. */
    Uni<Void> setStatus(UUID id, AgentStatus status, int slots) {
        return pool.preparedQuery(SET_STATUS)
                .execute(Tuple.of(id, status.wireName(), slots, now()))
                .replaceWithVoid();
    }

    Uni<Boolean> setOffline(UUID id) {
        return pool.preparedQuery(SET_OFFLINE).execute(Tuple.of(id, now())).map(rows -> rows.rowCount() == 1);
    }

    /**
     * Whether there is such an agent.
     *
     * @param owner whose it must be, or null for anybody's
     */
    Uni<Boolean> deregister(UUID id, @Nullable String owner) {
        return pool.preparedQuery(DEREGISTER)
                .execute(Tuple.of(id, owner, now()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** @param owner whose it must be, or null for anybody's */
    Uni<Optional<Agent>> change(UUID id, @Nullable String owner, ChangeAgent change) {
        return pool.preparedQuery(CHANGE)
                .execute(Tuple.of(id, owner, change.drain(), change.slots(), now()))
                .map(AgentRepository::first);
    }

    /**
     * In the order of their ids.
     *
     * @param owner whose they must be, or null for anybody's
     * @param offlineSince those that went offline before are left out
     * @param after the last id of the page before this one, or null for the first page
     */
    Uni<List<Agent>> list(@Nullable String owner, OffsetDateTime offlineSince, @Nullable UUID after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(owner, offlineSince, after, limit))
                .map(rows -> rows.stream().map(Agent::from).toList());
    }

    /** @param owner whose it must be, or null for anybody's */
    Uni<Optional<Agent>> find(UUID id, @Nullable String owner) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id, owner)).map(AgentRepository::first);
    }

    Uni<List<UUID>> present() {
        return pool.preparedQuery(PRESENT)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** Those that receive assignments over Kafka and take more. */
    Uni<List<AgentSlots>> online() {
        return pool.preparedQuery(ONLINE)
                .execute()
                .map(rows -> rows.stream().map(AgentSlots::from).toList());
    }

    private static <T> Stream<T> column(AgentRegistration agent, Function<CapabilityDescriptor, T> value) {
        return agent.capabilities().stream().map(value);
    }

    private static Optional<Agent> first(RowSet<Row> rows) {
        return rows.stream().map(Agent::from).findFirst();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), UTC);
    }
}
