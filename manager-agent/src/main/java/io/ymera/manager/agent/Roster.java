package io.ymera.manager.agent;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

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
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;
    private final Duration heartbeatInterval;
    private final Cached<List<AgentSlots>> online;

    Roster(
            AgentRepository repository,
            Capabilities capabilities,
            Leases leases,
            Pool pool,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "ymera.agents.heartbeat-interval") Duration heartbeatInterval) {
        this.repository = repository;
        this.capabilities = capabilities;
        this.leases = leases;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
        this.heartbeatInterval = heartbeatInterval;
        this.online = new Cached<>(repository::online, ONLINE_KEPT_FOR, ONLINE_KEPT_FOR, clock);
    }

    Uni<AgentRegistered> register(String owner, AgentRegistration registration) {
        UUID id = ids.next();
        return capabilities
                .prepare(registration.capabilities())
                .chain(() -> pool.withTransaction(connection -> capabilities
                        .announce(connection, registration.capabilities())
                        .chain(() -> repository.insert(connection, id, owner, registration))))
                .invoke(this::changed)
                .chain(() -> bestEffort(leases.renew(id, List.of()), "note that agent %s is alive".formatted(id)))
                .invoke(() -> LOG.infof(
                        "Agent %s (%s) registered with %d slots", id, registration.name(), registration.slots()))
                .replaceWith(
                        () -> new AgentRegistered(id, AgentStatus.ONLINE.wireName(), heartbeatInterval.toMillis()));
    }

    Uni<HeartbeatReply> heartbeat(UUID id, String owner, Heartbeat heartbeat) {
        return repository
                .setStatus(id, owner, AgentStatus.of(heartbeat.status()), heartbeat.slots())
                .invoke(changed -> noteChange(changed, id))
                .chain(() -> bestEffort(leases.renew(id, heartbeat.attempts()), "renew the leases of agent " + id))
                .chain(() -> leases.superseded(id, heartbeat.attempts()))
                .chain(superseded ->
                        leases.waitingFor(id).map(waiting -> HeartbeatReply.received(superseded, waiting, false)));
    }

    Uni<Void> deregister(UUID id, String owner) {
        return repository
                .setStatus(id, owner, AgentStatus.OFFLINE, null)
                .invoke(changed -> noteChange(changed, id))
                .chain(() -> bestEffort(leases.forget(id), "forget agent " + id))
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

    Uni<List<Agent>> list() {
        return repository.list(clock.instant().minus(OFFLINE_SHOWN_FOR).atOffset(UTC));
    }

    Uni<Agent> get(UUID id) {
        return repository.find(id).map(found -> found.orElseThrow(() -> notFound(id)));
    }

    private void noteChange(Optional<Boolean> changed, UUID id) {
        if (changed.orElseThrow(() -> notFound(id))) {
            changed();
        }
    }

    private void changed() {
        online.invalidate();
        capabilities.offersChanged();
    }

    private static ApiException notFound(UUID id) {
        return new ApiException(ErrorCode.NOT_FOUND, "There is no agent %s; register it again".formatted(id));
    }

    /** Redis may be away: agents go on, and no lease is taken for lapsed meanwhile. */
    private static Uni<Void> bestEffort(Uni<Void> action, String what) {
        return action.onFailure()
                .invoke(failure -> LOG.warnf("Redis is out of reach: could not %s (%s)", what, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
