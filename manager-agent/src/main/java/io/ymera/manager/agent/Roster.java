package io.ymera.manager.agent;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.Delivery;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.cache.Cached;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.lease.Leases;
import io.ymera.persistence.Ids;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The agents that there are. A heartbeat touches Redis; PostgreSQL is written when something changes. */
@Singleton
public class Roster {

    private static final Logger LOG = Logger.getLogger(Roster.class);

    /** How long what another replica has changed may be unseen here. */
    private static final Duration ONLINE_KEPT_FOR = Duration.ofSeconds(1);

    private static final Duration OFFLINE_SHOWN_FOR = Duration.ofHours(1);

    private final AgentRepository repository;
    private final Capabilities capabilities;
    private final Leases leases;
    private final Occupancy occupancy;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;
    private final Duration heartbeatInterval;
    private final Cached<List<AgentSlots>> online;

    Roster(
            AgentRepository repository,
            Capabilities capabilities,
            Leases leases,
            Occupancy occupancy,
            Pool pool,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "ymera.agents.heartbeat-interval") Duration heartbeatInterval) {
        this.repository = repository;
        this.capabilities = capabilities;
        this.leases = leases;
        this.occupancy = occupancy;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
        this.heartbeatInterval = heartbeatInterval;
        this.online = new Cached<>(repository::online, ONLINE_KEPT_FOR, ONLINE_KEPT_FOR, clock);
    }

    /** Puts an agent on the roster; one that is known by its instance id keeps its agent id and what was wanted of it. */
    Uni<AgentRegistered> register(String owner, AgentRegistration registration) {
        return prepare(registration)
                .chain(() -> pool.withTransaction(connection -> capabilities
                        .announce(connection, registration.capabilities())
                        .chain(() -> repository.register(connection, ids.next(), owner, registration))))
                .invoke(this::changed)
                .call(agent -> bestEffort(leases.renew(agent.id(), List.of()), "note that it is alive", agent.id()))
                .invoke(agent -> LOG.infof(
                        "Agent %s (%s) registered with %d slots, over %s",
                        agent.id(),
                        registration.name(),
                        registration.slots(),
                        registration.delivery().wireName()))
                .map(agent -> new AgentRegistered(agent.id(), agent.status().wireName(), heartbeatInterval.toMillis()));
    }

    /** An agent that asks for leases needs no topics, so it is there while Kafka is away. */
    private Uni<Void> prepare(AgentRegistration registration) {
        if (registration.delivery() == Delivery.KAFKA) {
            return capabilities.prepare(registration.capabilities());
        }
        capabilities.check(registration.capabilities());
        return Uni.createFrom().voidItem();
    }

    /**
     * An agent is alive. One with a task type that its client may not serve any more is drained: Kafka would go on to give it
     * tasks of all its types. It finishes what it has, and takes more when it has registered again without that type.
     *
     * @param mayServe whether {@code owner} may serve a task type
     */
    Uni<HeartbeatReply> heartbeat(UUID id, String owner, Heartbeat heartbeat, Predicate<String> mayServe) {
        return repository
                .pulse(id, owner, heartbeat)
                .map(found -> found.orElseThrow(() -> notFound(id)))
                .map(pulse -> pulse.forbidden(mayServe)
                        .map(type -> drained(id, owner, type, pulse))
                        .orElse(pulse))
                .call(pulse -> follow(id, pulse, heartbeat))
                .call(() -> bestEffort(
                        Uni.join()
                                .all(leases.renew(id, heartbeat.attempts()), occupancy.note(id, heartbeat.inUse()))
                                .andFailFast()
                                .replaceWithVoid(),
                        "renew its leases",
                        id))
                .map(pulse -> HeartbeatReply.received(
                        pulse.cancelled(), pulse.superseded(), pulse.waiting(), pulse.drain(), pulse.slotsLimit()));
    }

    private static Pulse drained(UUID id, String owner, String taskType, Pulse pulse) {
        if (pulse.status() == AgentStatus.ONLINE) {
            LOG.warnf("Agent %s gets no more: its client %s may not serve %s any more", id, owner, taskType);
        }
        return pulse.drained();
    }

    private Uni<Void> follow(UUID id, Pulse pulse, Heartbeat heartbeat) {
        AgentStatus status = pulse.drain() ? AgentStatus.DRAINING : AgentStatus.of(heartbeat.status());
        return pulse.differs(status, heartbeat.slots())
                ? repository.setStatus(id, status, heartbeat.slots()).invoke(this::changed)
                : Uni.createFrom().voidItem();
    }

    /** @param owner who asks, or null for somebody who may change all */
    Uni<Agent> change(UUID id, @Nullable String owner, ChangeAgent change) {
        return repository
                .change(id, owner, change)
                .map(found -> found.orElseThrow(() -> notFound(id)))
                .invoke(agent -> {
                    changed();
                    LOG.infof("Agent %s is asked for: drain %s, slots %s", id, change.drain(), change.slots());
                })
                .chain(agent -> withInUse(List.of(agent)).map(List::getFirst));
    }

    /**
     * Takes an agent off the list of those that get work; what it runs goes elsewhere when its lease lapses. One that goes
     * on to heartbeat is back.
     *
     * @param owner who asks, or null for somebody who may remove all
     */
    Uni<Void> deregister(UUID id, @Nullable String owner) {
        return repository
                .deregister(id, owner)
                .invoke(known -> {
                    if (!known) {
                        throw notFound(id);
                    }
                    changed();
                })
                .chain(() -> bestEffort(leases.forget(id), "forget it", id))
                .invoke(() -> LOG.infof("Agent %s left", id));
    }

    /** Takes an agent that has gone silent off the list of those that get work. */
    public Uni<Void> markOffline(UUID id) {
        return repository
                .setOffline(id)
                .invoke(changed -> {
                    if (changed) {
                        changed();
                        LOG.warnf("Agent %s has gone silent and counts as offline", id);
                    }
                })
                .replaceWithVoid();
    }

    /** The agents that are not known to be offline. */
    public Uni<List<UUID>> present() {
        return repository.present();
    }

    /**
     * The agents that take more and receive over Kafka; not those that ask for leases. A change here is seen at once, one at
     * another replica after at most a second.
     */
    public Uni<List<AgentSlots>> online() {
        return online.get();
    }

    /**
     * In the order of their registration; those that have been offline for long are left out.
     *
     * @param owner who asks, or null for somebody who may see all
     * @param after the last id of the page before this one, or null for the first page
     */
    Uni<List<Agent>> list(@Nullable String owner, @Nullable UUID after, int limit) {
        return repository
                .list(owner, clock.instant().minus(OFFLINE_SHOWN_FOR).atOffset(UTC), after, limit)
                .chain(this::withInUse);
    }

    /** @param owner who asks, or null for somebody who may see all */
    Uni<Agent> get(UUID id, @Nullable String owner) {
        return repository
                .find(id, owner)
                .map(found -> found.orElseThrow(() -> notFound(id)))
                .chain(agent -> withInUse(List.of(agent)).map(List::getFirst));
    }

    private Uni<List<Agent>> withInUse(List<Agent> agents) {
        return occupancy
                .of(agents.stream().map(Agent::agentId).toList())
                .onFailure()
                .recoverWithItem(Map.of())
                .map(inUse -> agents.stream()
                        .map(agent -> agent.withInUse(inUse.get(agent.agentId())))
                        .toList());
    }

    private void changed() {
        online.invalidate();
        capabilities.offersChanged();
    }

    private static ApiException notFound(UUID id) {
        return new ApiException(ErrorCode.NOT_FOUND, "There is no agent %s; register it again".formatted(id));
    }

    /** Redis may be away: agents go on, and no lease is taken for lapsed meanwhile. */
    private static Uni<Void> bestEffort(Uni<Void> action, String what, UUID agent) {
        return action.onFailure()
                .invoke(failure -> LOG.warnf(
                        "Redis is out of reach: could not %s, agent %s (%s)", what, agent, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
