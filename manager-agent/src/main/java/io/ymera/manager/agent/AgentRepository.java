package io.ymera.manager.agent;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.CapabilityDescriptor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class AgentRepository {

    private static final String INSERT = """
            INSERT INTO agents (id, name, owner, status, slots, capabilities, capability_versions, delivery,
                                registered_at, status_at)
            VALUES ($1, $2, $3, 'online', $4, $5, $6, $7, $8, $8)
            """;

    /** Writes on a change only; an agent that others own, or that nobody knows, gives no row. */
    private static final String SET_STATUS = """
            WITH known AS (SELECT id FROM agents WHERE id = $1 AND owner = $2),
                 changed AS (UPDATE agents SET status = $3, slots = coalesce($4, slots), status_at = $5
                              WHERE id IN (SELECT id FROM known) AND (status <> $3 OR slots <> $4)
                              RETURNING id)
            SELECT (SELECT count(*) FROM changed) = 1 AS changed FROM known
            """;

    private static final String SET_OFFLINE = """
            UPDATE agents SET status = 'offline', status_at = $2 WHERE id = $1 AND status <> 'offline'
            """;

    private static final String LIST = """
            SELECT %s FROM agents WHERE status <> 'offline' OR status_at > $1 ORDER BY id
            """.formatted(Agent.COLUMNS);

    private static final String FIND = """
            SELECT %s FROM agents WHERE id = $1
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

    Uni<Void> insert(SqlConnection connection, UUID id, String owner, AgentRegistration agent) {
        String[] names =
                agent.capabilities().stream().map(CapabilityDescriptor::name).toArray(String[]::new);
        Integer[] versions =
                agent.capabilities().stream().map(CapabilityDescriptor::version).toArray(Integer[]::new);
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(id, agent.name(), owner, agent.slots(), names)
                        .addValue(versions)
                        .addValue(agent.delivery().wireName())
                        .addValue(now()))
                .replaceWithVoid();
    }

    /**
     * Whether anything changed, if there is such an agent of {@code owner}; null for {@code slots} leaves them as they are.
     */
    Uni<Optional<Boolean>> setStatus(UUID id, String owner, AgentStatus status, @Nullable Integer slots) {
        return pool.preparedQuery(SET_STATUS)
                .execute(Tuple.of(id, owner, status.wireName(), slots, now()))
                .map(rows -> rows.stream().map(row -> row.getBoolean("changed")).findFirst());
    }

    Uni<Boolean> setOffline(UUID id) {
        return pool.preparedQuery(SET_OFFLINE).execute(Tuple.of(id, now())).map(rows -> rows.rowCount() == 1);
    }

    Uni<List<Agent>> list(OffsetDateTime offlineSince) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(offlineSince))
                .map(rows -> rows.stream().map(Agent::from).toList());
    }

    Uni<Optional<Agent>> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(Agent::from).findFirst());
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

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), UTC);
    }
}
