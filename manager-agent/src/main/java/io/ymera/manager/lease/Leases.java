package io.ymera.manager.lease;

import static java.time.ZoneOffset.UTC;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.task.AttemptRef;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which agents are alive and which attempts they hold, as of their last heartbeats: one Redis key per agent, which lapses
 * by itself. PostgreSQL is read here, never written.
 */
@Singleton
public class Leases {

    private static final String SUPERSEDED = """
            SELECT held.task_id
              FROM unnest($1::uuid[], $2::bigint[]) AS held (task_id, fencing_token)
             WHERE NOT EXISTS (SELECT FROM tasks t
                                WHERE t.id = held.task_id AND t.fencing_token = held.fencing_token
                                  AND t.status IN ('dispatched', 'running')
                                  AND (t.agent_id IS NULL OR t.agent_id = $3))
            """;

    private static final String WAITING = """
            SELECT count(*) FROM tasks t JOIN agents a ON a.id = $1 AND t.task_type = ANY (a.capabilities)
             WHERE t.status = 'dispatched' AND t.dispatched_at < $2
            """;

    private final ReactiveValueCommands<String, String> values;
    private final ReactiveKeyCommands<String> keys;
    /** An assignment that is in good hands has been started by then. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    private final Pool pool;
    private final Clock clock;
    private final long timeToLiveMillis;

    Leases(
            ReactiveRedisDataSource redis,
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "ymera.agents.lease-duration") Duration leaseDuration) {
        this.values = redis.value(String.class, String.class);
        this.keys = redis.key(String.class);
        this.pool = pool;
        this.clock = clock;
        this.timeToLiveMillis = leaseDuration.toMillis();
    }

    /** Notes that an agent is alive and holds {@code attempts}, until the lease duration has passed. */
    public Uni<Void> renew(UUID agent, Collection<AttemptRef> attempts) {
        String held = attempts.stream().map(Leases::entry).collect(Collectors.joining(" "));
        return values.psetex(key(agent), timeToLiveMillis, held);
    }

    /** Forgets an agent at once, because it said goodbye. */
    public Uni<Void> forget(UUID agent) {
        return keys.del(key(agent)).replaceWithVoid();
    }

    /** The attempts among {@code attempts} that {@code agent} should stop, because they ended or went elsewhere. */
    public Uni<List<UUID>> superseded(UUID agent, List<AttemptRef> attempts) {
        if (attempts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        UUID[] tasks = attempts.stream().map(AttemptRef::taskId).toArray(UUID[]::new);
        Long[] tokens = attempts.stream().map(AttemptRef::fencingToken).toArray(Long[]::new);
        return pool.preparedQuery(SUPERSEDED)
                .execute(Tuple.of(tasks, tokens, agent))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** How many assignments of the agent's capabilities nobody has started, though they have been on their way for a while. */
    public Uni<Integer> waitingFor(UUID agent) {
        return pool.preparedQuery(WAITING)
                .execute(Tuple.of(agent, clock.instant().minus(ON_THE_WAY).atOffset(UTC)))
                .map(rows -> Math.toIntExact(rows.iterator().next().getLong(0)));
    }

    /** The agents among {@code agents} that are alive; fails while Redis is out of reach. */
    public Uni<Alive> alive(Collection<UUID> agents) {
        if (agents.isEmpty()) {
            return Uni.createFrom().item(new Alive(Map.of()));
        }
        String[] names = agents.stream().map(Leases::key).toArray(String[]::new);
        return values.mget(names).map(found -> {
            Map<UUID, Set<String>> held = new HashMap<>();
            for (UUID agent : agents) {
                Optional.ofNullable(found.get(key(agent)))
                        .ifPresent(entries -> held.put(agent, new HashSet<>(Arrays.asList(entries.split(" ")))));
            }
            return new Alive(held);
        });
    }

    private static String key(UUID agent) {
        return "ymera:agent:" + agent;
    }

    private static String entry(AttemptRef attempt) {
        return attempt.taskId() + "/" + attempt.fencingToken();
    }

    /** A look at the leases at one moment. */
    public static final class Alive {
        private final Map<UUID, Set<String>> heldByAgent;

        private Alive(Map<UUID, Set<String>> heldByAgent) {
            this.heldByAgent = heldByAgent;
        }

        /** Whether the agent has been heard of lately. */
        public boolean isAlive(UUID agent) {
            return heldByAgent.containsKey(agent);
        }

        /** Whether the agent has lately said that it holds the attempt. */
        public boolean holds(UUID agent, AttemptRef attempt) {
            return heldByAgent.getOrDefault(agent, Set.of()).contains(entry(attempt));
        }
    }
}
