package io.ymera.manager.lease;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.task.AttemptRef;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which agents are alive and which attempts they hold, as of their last heartbeats: one Redis key per agent, which lapses
 * by itself.
 */
@Singleton
public class Leases {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final ReactiveValueCommands<String, String> values;
    private final ReactiveKeyCommands<String> keys;
    private final long timeToLiveMillis;

    Leases(
            ReactiveRedisDataSource redis,
            @ConfigProperty(name = "ymera.agents.lease-duration") Duration leaseDuration) {
        this.values = redis.value(String.class, String.class);
        this.keys = redis.key(String.class);
        this.timeToLiveMillis = leaseDuration.toMillis();
    }

    /** Notes that an agent is alive and holds {@code attempts}, until the lease duration has passed. */
    public Uni<Void> renew(UUID agent, Collection<AttemptRef> attempts) {
        String held = attempts.stream().map(Leases::entry).collect(Collectors.joining(" "));
        return inTime(values.psetex(key(agent), timeToLiveMillis, held));
    }

    /** Forgets an agent at once, because it said goodbye. */
    public Uni<Void> forget(UUID agent) {
        return inTime(keys.del(key(agent))).replaceWithVoid();
    }

    /** The agents among {@code agents} that are alive; fails while Redis is out of reach. */
    public Uni<Alive> alive(Collection<UUID> agents) {
        if (agents.isEmpty()) {
            return Uni.createFrom().item(new Alive(Map.of()));
        }
        String[] names = agents.stream().map(Leases::key).toArray(String[]::new);
        return inTime(values.mget(names)).map(found -> {
            Map<UUID, Set<String>> held = new HashMap<>();
            for (UUID agent : agents) {
                Optional.ofNullable(found.get(key(agent)))
                        .ifPresent(entries -> held.put(agent, new HashSet<>(Arrays.asList(entries.split(" ")))));
            }
            return new Alive(held);
        });
    }

    /** A Redis that hangs is as good as one that is away. */
    private static <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem().after(TIMEOUT).fail();
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
