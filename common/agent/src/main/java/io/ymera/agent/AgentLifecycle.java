package io.ymera.agent;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Starts an agent and drains it: on SIGTERM it receives no more, lets running attempts finish for a while, hands back the
 * others, and leaves.
 */
@Singleton
class AgentLifecycle {

    private static final Logger LOG = Logger.getLogger(AgentLifecycle.class);
    private static final Duration HAND_BACK_WITHIN = Duration.ofSeconds(5);
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(5);

    private final Membership membership;
    private final AssignmentReceiver receiver;
    private final ControlListener control;
    private final Slots slots;
    private final AgentSettings settings;

    AgentLifecycle(
            Membership membership,
            AssignmentReceiver receiver,
            ControlListener control,
            Slots slots,
            AgentSettings settings) {
        this.membership = membership;
        this.receiver = receiver;
        this.control = control;
        this.slots = slots;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        control.start();
        membership.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        membership.drain();
        receiver.stop();
        if (slots.inUse() > 0) {
            LOG.infof("Waiting up to %s for %d running tasks", settings.drainTimeout(), slots.inUse());
        }
        if (!slots.awaitIdle(settings.drainTimeout())) {
            slots.stopAll(HeldAttempt.Stop.RELEASED);
            if (!slots.awaitIdle(HAND_BACK_WITHIN)) {
                LOG.warnf("%d tasks could not be handed back; their leases will lapse", slots.inUse());
            }
        }
        membership.awaitConfirmation(CONFIRM_WITHIN);
        control.stop();
        membership.leave();
    }
}
