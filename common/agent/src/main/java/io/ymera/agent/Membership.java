package io.ymera.agent;

import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.Delivery;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This agent's place on the manager's roster: registers, heartbeats, registers again when the manager no longer knows it.
 * Runs on one platform thread; a manager that is away is asked again until it is back.
 */
@Singleton
class Membership {

    private static final Logger LOG = Logger.getLogger(Membership.class);
    private static final Duration REGISTER_AGAIN_AFTER = Duration.ofSeconds(1);

    /** While the agent stops and waits for the answer. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(200);

    /** Of the attempts in a row that fail in the same way, every so many-th is logged. */
    private static final int LOG_EVERY = 30;

    /** So many heartbeats with waiting assignments and a free slot mean that the consumer is stuck. */
    private static final int PATIENCE = 5;

    private final ManagerApi manager;
    private final Handlers handlers;
    private final Slots slots;
    private final AssignmentReceiver receiver;
    private final AgentSettings settings;
    /** Of this process: when an answer to a registration is lost, the next one gives the same agent. */
    private final UUID instance = UUID.randomUUID();

    /** Its thread sleeps by waiting for one of these. */
    private final Semaphore wakeUps = new Semaphore(0);

    private volatile @Nullable UUID agentId;
    private volatile boolean leaving;
    private volatile boolean draining;
    /** The manager wants this agent to take no more for now. */
    private boolean drainWanted;

    private int missed;
    private int failures;
    private @Nullable Thread thread;

    Membership(
            @RestClient ManagerApi manager,
            Handlers handlers,
            Slots slots,
            AssignmentReceiver receiver,
            AgentSettings settings) {
        this.manager = manager;
        this.handlers = handlers;
        this.slots = slots;
        this.receiver = receiver;
        this.settings = settings;
    }

    void start() {
        thread = Thread.ofPlatform().name("membership").start(this::run);
    }

    boolean isRegistered() {
        return agentId != null;
    }

    /** Says at once, and with the next heartbeats, that this agent takes no more. */
    void drain() {
        draining = true;
        wakeUps.release();
    }

    /**
     * Heartbeats until the manager knows how everything ended here, or the time is up. An agent that left before would make
     * the manager think that what it has not heard of yet is lost.
     */
    void awaitConfirmation(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (isRegistered() && System.nanoTime() < end) {
            wakeUps.release();
            if (slots.awaitConfirmed(ASK_AGAIN_AFTER)) {
                return;
            }
        }
    }

    /** Takes leave of the manager, as well as it can be reached. */
    void leave() throws InterruptedException {
        leaving = true;
        wakeUps.release();
        if (thread != null && !thread.join(Duration.ofSeconds(10))) {
            LOG.warn("The last heartbeat did not end in time");
        }
        UUID id = agentId;
        if (id != null) {
            try {
                manager.deregister(id);
            } catch (RuntimeException e) {
                LOG.warnf("The manager was not told that agent %s is gone: %s", id, e.getMessage());
            }
        }
    }

    private void run() {
        try {
            while (!leaving) {
                Optional<AgentRegistered> registered = register();
                if (registered.isPresent()) {
                    heartbeatWhileKnown(registered.get());
                } else {
                    sleep(REGISTER_AGAIN_AFTER.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<AgentRegistered> register() {
        try {
            AgentRegistered registered = manager.register(new AgentRegistration(
                    settings.name(), settings.slots(), handlers.descriptors(), Delivery.KAFKA, instance));
            failures = 0;
            LOG.infof("Registered with the manager as agent %s", registered.agentId());
            return Optional.of(registered);
        } catch (RuntimeException e) {
            warnNowAndThen("Not registered yet, the manager can't be asked: %s", e);
            return Optional.empty();
        }
    }

    private void heartbeatWhileKnown(AgentRegistered registered) throws InterruptedException {
        UUID id = registered.agentId();
        agentId = id;
        receiver.receiveAs(id);
        while (!leaving) {
            sleep(registered.heartbeatIntervalMillis());
            if (leaving) {
                return;
            }
            try {
                obey(manager.heartbeat(id, heartbeat()));
                failures = 0;
            } catch (WebApplicationException e) {
                if (e.getResponse().getStatus() == 404) {
                    LOG.warnf("The manager does not know agent %s any more; registering again", id);
                    agentId = null;
                    return;
                }
                warnNowAndThen("A heartbeat was refused: %s", e);
            } catch (RuntimeException e) {
                warnNowAndThen("A heartbeat did not reach the manager: %s", e);
            }
        }
    }

    private Heartbeat heartbeat() {
        return new Heartbeat(
                draining || drainWanted ? "draining" : "online", slots.size(), slots.inUse(), slots.leased());
    }

    private void obey(HeartbeatReply reply) {
        slots.drop(reply.superseded());
        slots.limit(reply.slotsLimit());
        rest(reply.drain());
        boolean missing = reply.waiting() > 0 && !slots.isFull() && !draining && !drainWanted;
        missed = missing ? missed + 1 : 0;
        if (missed >= PATIENCE) {
            missed = 0;
            receiver.suspect();
        }
    }

    private void rest(boolean wanted) {
        if (wanted != drainWanted) {
            LOG.infof(wanted ? "The manager wants this agent to take no more" : "The manager gives work again");
            drainWanted = wanted;
            receiver.rest(wanted);
            // The manager waits for us to say so
            wakeUps.release();
        }
    }

    /** Until somebody wakes it. */
    private void sleep(long millis) throws InterruptedException {
        if (wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private void warnNowAndThen(String message, RuntimeException failure) {
        if (failures % LOG_EVERY == 0) {
            LOG.warnf(message, failure.getMessage());
        }
        failures++;
    }
}
