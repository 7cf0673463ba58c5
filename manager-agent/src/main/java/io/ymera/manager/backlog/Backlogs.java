package io.ymera.manager.backlog;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.agent.Roster;
import io.ymera.manager.cache.Cached;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.dispatch.Dispatcher;
import io.ymera.manager.dispatch.Dispatcher.Capacity;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Counts what there is to do every few seconds, however many ask; managers count independently of each other. */
@Singleton
class Backlogs {

    private static final Logger LOG = Logger.getLogger(Backlogs.class);
    private static final Duration REFRESH = Duration.ofSeconds(4);

    /** An autoscaler that is told old numbers does harm; it knows what to do when it is told none. */
    private static final Duration OLDEST = Duration.ofSeconds(30);

    private final Dispatcher dispatcher;
    private final Cached<Snapshot> snapshot;

    Backlogs(DepthRepository repository, Roster roster, Dispatcher dispatcher, Clock clock) {
        this.dispatcher = dispatcher;
        this.snapshot = new Cached<>(() -> load(repository, roster, clock), REFRESH, OLDEST, clock);
    }

    /**
     * All queues at one moment.
     *
     * @param depths of those that have tasks
     * @param served those that online agents serve
     */
    record Snapshot(Map<CapabilityVersion, Depth> depths, Set<CapabilityVersion> served, Instant at) {
        /** Those with tasks and those with agents. */
        Set<CapabilityVersion> queues() {
            Set<CapabilityVersion> queues = new TreeSet<>(served);
            queues.addAll(depths.keySet());
            return queues;
        }

        Depth depth(CapabilityVersion queue) {
            return depths.getOrDefault(queue, Depth.NOTHING);
        }
    }

    private static Uni<Snapshot> load(DepthRepository repository, Roster roster, Clock clock) {
        Instant now = clock.instant();
        return roster.online().chain(agents -> repository.depths().map(depths -> {
            Set<CapabilityVersion> served = new TreeSet<>();
            agents.forEach(agent -> served.addAll(agent.capabilities()));
            return new Snapshot(depths, served, now);
        }));
    }

    /** At most a few seconds old, unless PostgreSQL is away. */
    Uni<Snapshot> current() {
        return snapshot.get();
    }

    /**
     * What there is to do of a type, which may be one that nobody has heard of: then it is nothing.
     *
     * @param version one version's, or null for all together
     * @return fails with {@link ErrorCode#UNAVAILABLE} while it can't be counted
     */
    Uni<Backlog> of(String taskType, @Nullable Integer version) {
        return current()
                .onFailure()
                .invoke(failure -> LOG.warnf("The backlog can't be counted for now: %s", failure.getMessage()))
                .onFailure()
                .transform(failure -> new ApiException(
                        ErrorCode.UNAVAILABLE, "The backlog can't be counted at the moment", List.of(), failure))
                .map(now -> {
                    Depth depth = Depth.NOTHING;
                    int agents = 0;
                    int slots = 0;
                    int free = 0;
                    for (CapabilityVersion queue : now.queues()) {
                        if (queue.name().equals(taskType) && (version == null || queue.version() == version)) {
                            Capacity capacity = dispatcher.capacity(queue);
                            depth = depth.plus(now.depth(queue));
                            agents += capacity.agents();
                            slots += capacity.slots();
                            free += capacity.free();
                        }
                    }
                    return Backlog.of(taskType, version, depth, new Capacity(agents, slots, free), now.at());
                });
    }

    Map<CapabilityVersion, Capacity> capacities(Set<CapabilityVersion> queues) {
        Map<CapabilityVersion, Capacity> capacities = new HashMap<>();
        queues.forEach(queue -> capacities.put(queue, dispatcher.capacity(queue)));
        return capacities;
    }
}
