package io.ymera.agent;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent.Started;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.jboss.logging.Logger;

/**
 * Decides what becomes of a received assignment. It is taken in two steps, so that the starts of several are reported at
 * the same time: {@link #take} claims a slot and reports, {@link #settle} waits for the report's acknowledgement, begins
 * the attempt and says how to acknowledge the record.
 */
@Singleton
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    /** Shorter than the time for which Kafka locks a fetched record. */
    private static final Duration REPORT_TIMEOUT = Duration.ofSeconds(4);

    private final Handlers handlers;
    private final Slots slots;
    private final AttemptRunner runner;
    private final Reporter reporter;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final Clock clock;

    Intake(
            Handlers handlers,
            Slots slots,
            AttemptRunner runner,
            Reporter reporter,
            Workspaces workspaces,
            ObjectMapper json,
            Clock clock) {
        this.handlers = handlers;
        this.slots = slots;
        this.runner = runner;
        this.reporter = reporter;
        this.workspaces = workspaces;
        this.json = json;
        this.clock = clock;
    }

    sealed interface Taking {}

    /** It will run here once the broker has the report of its start. */
    record Taken(HeldAttempt attempt, RegisteredHandler handler, CompletableFuture<Void> reported) implements Taking {}

    /** It will not run here, now. */
    record Declined(AcknowledgeType acknowledgement) implements Taking {}

    Taking take(byte[] message, UUID agentId) {
        TaskAssignment assignment;
        try {
            assignment = json.readValue(message, TaskAssignment.class);
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("Refused an assignment that can't be read: %s", e.getMessage());
            return new Declined(AcknowledgeType.REJECT);
        }
        Optional<RegisteredHandler> handler = handlers.find(assignment.taskType());
        if (handler.isEmpty()) {
            LOG.errorf("Refused an assignment of the type '%s', which is none of ours", assignment.taskType());
            return new Declined(AcknowledgeType.REJECT);
        }
        if (slots.knows(assignment.ref())) {
            return new Declined(AcknowledgeType.ACCEPT);
        }
        HeldAttempt attempt =
                new HeldAttempt(assignment, agentId, reporter, clock, workspaces.create(assignment.taskId()));
        if (!slots.take(attempt)) {
            workspaces.delete(attempt.workspace());
            return new Declined(AcknowledgeType.RELEASE);
        }
        return new Taken(attempt, handler.get(), attempt.report(new Started()));
    }

    AcknowledgeType settle(Taking taking) throws InterruptedException {
        return switch (taking) {
            case Declined(var acknowledgement) -> acknowledgement;
            case Taken taken -> settle(taken);
        };
    }

    private AcknowledgeType settle(Taken taken) throws InterruptedException {
        try {
            taken.reported().get(REPORT_TIMEOUT.toMillis(), MILLISECONDS);
            runner.begin(taken.attempt(), taken.handler());
            return AcknowledgeType.ACCEPT;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "Task %s is handed back: its start can't be reported",
                    taken.attempt().taskId());
            slots.giveBack(taken.attempt().ref());
            workspaces.delete(taken.attempt().workspace());
            return AcknowledgeType.RELEASE;
        }
    }
}
