package io.ymera.manager.agent;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How busy agents are, as they said with their last heartbeats: to be shown, nothing depends on it. In Redis only. */
@Singleton
class Occupancy {

    private final ReactiveValueCommands<String, Integer> values;
    private final long timeToLiveMillis;

    Occupancy(
            ReactiveRedisDataSource redis,
            @ConfigProperty(name = "ymera.agents.lease-duration") Duration leaseDuration) {
        this.values = redis.value(String.class, Integer.class);
        this.timeToLiveMillis = leaseDuration.toMillis();
    }

    Uni<Void> note(UUID agent, int slotsInUse) {
        return values.psetex(key(agent), timeToLiveMillis, slotsInUse);
    }

    /** Of those who have said so lately; fails while Redis is out of reach. */
    Uni<Map<UUID, Integer>> of(Collection<UUID> agents) {
        if (agents.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return values.mget(agents.stream().map(Occupancy::key).toArray(String[]::new))
                .map(found -> {
                    Map<UUID, Integer> inUse = new HashMap<>();
                    for (UUID agent : agents) {
                        Integer value = found.get(key(agent));
                        if (value != null) {
                            inUse.put(agent, value);
                        }
                    }
                    return inUse;
                });
    }

    private static String key(UUID agent) {
        return "ymera:agent-in-use:" + agent;
    }
}
