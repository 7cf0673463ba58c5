package io.ymera.agent;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Started;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a received assignment: takes a slot, reports the start, begins the attempt.
 *
 * <p>The handler does not wait for the broker to have the report. Should the report be lost, the manager dispatches the
 * task again after a while with a new token, and this attempt runs in vain; that is seldom enough to save every other
 * attempt a round trip. It does wait if the task was tried before: maybe it is what takes agents down, before they can say
 * that they have begun, and then the manager is to know this time.
 */
@Singleton
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    /** Kafka drops a record silently after five to ten deliveries, as the broker is set up. */
    private static final int RELEASED_UP_TO = 3;

    private final Handlers handlers;
    private final Slots slots;
    private final AttemptRunner runner;
    private final Reporter reporter;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final Clock clock;
    private final AttemptTimer timer;

    Intake(
            Handlers handlers,
            Slots slots,
            AttemptRunner runner,
            Reporter reporter,
            Workspaces workspaces,
            ObjectMapper json,
            Clock clock,
            AttemptTimer timer) {
        this.handlers = handlers;
        this.slots = slots;
        this.runner = runner;
        this.reporter = reporter;
        this.workspaces = workspaces;
        this.json = json;
        this.clock = clock;
        this.timer = timer;
    }

    /**
     * Begins an assignment if it is for this agent and a slot is free or gets free soon.
     *
     * @param patience how long to wait for a slot
     * @return how to acknowledge its record
     */
    AcknowledgeType take(ConsumerRecord<String, byte[]> message, UUID agentId, Duration patience)
            throws InterruptedException {
        Optional<TaskAssignment> readable = read(message.value());
        if (readable.isEmpty()) {
            return AcknowledgeType.REJECT;
        }
        TaskAssignment assignment = readable.get();
        Optional<RegisteredHandler> handler = handlers.find(message.topic())
                .filter(found -> found.descriptor().name().equals(assignment.taskType()));
        if (handler.isEmpty()) {
            LOG.errorf("Refused an assignment of the type '%s' on %s", assignment.taskType(), message.topic());
            return AcknowledgeType.REJECT;
        }
        HeldAttempt attempt = new HeldAttempt(assignment, agentId, reporter, workspaces, clock, timer);
        int deliveries = message.deliveryCount().orElse((short) 1);
        return switch (slots.take(attempt, patience)) {
            case TAKEN -> begin(attempt, handler.get(), deliveries > 1 || assignment.attempt() > 1);
            case KNOWN -> AcknowledgeType.ACCEPT;
            case FULL -> decline(attempt, deliveries);
        };
    }

    /** Nothing if it can't be read, whatever the reason: the records beside it must not suffer. */
    private Optional<TaskAssignment> read(byte @Nullable [] value) {
        try {
            return Optional.of(requireNonNull(json.readValue(value, TaskAssignment.class), "it is null"));
        } catch (IOException | RuntimeException e) {
            LOG.errorf("Refused an assignment that can't be read: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private AcknowledgeType begin(HeldAttempt attempt, RegisteredHandler handler, boolean triedBefore) {
        CompletableFuture<Void> reported = attempt.report(new Started());
        if (reported.isCompletedExceptionally()) {
            LOG.warnf("Task %s is left to others: its start can't be reported", attempt.taskId());
            slots.giveBack(attempt.ref());
            return AcknowledgeType.RELEASE;
        }
        runner.begin(attempt, handler, triedBefore ? reported : CompletableFuture.completedFuture(null));
        return AcknowledgeType.ACCEPT;
    }

    /** Leaves it to others; in time before Kafka would drop it, by way of the manager. */
    private static AcknowledgeType decline(HeldAttempt attempt, int deliveries) {
        if (deliveries <= RELEASED_UP_TO) {
            return AcknowledgeType.RELEASE;
        }
        boolean handedBack =
                !attempt.report(new Released("No agent had a free slot")).isCompletedExceptionally();
        return handedBack ? AcknowledgeType.ACCEPT : AcknowledgeType.RELEASE;
    }
}
