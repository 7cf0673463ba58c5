package io.ymera.agent;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Started;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

    /** It will run here once the broker has the report of its start, if it has it by {@code settleBy} (nano time). */
    record Taken(HeldAttempt attempt, RegisteredHandler handler, CompletableFuture<Void> reported, long settleBy)
            implements Taking {}

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
        Path workspace;
        try {
            workspace = workspaces.create(assignment.taskId());
        } catch (UncheckedIOException e) {
            LOG.errorf("Task %s is left to others: %s", assignment.taskId(), e);
            return new Declined(AcknowledgeType.RELEASE);
        }
        HeldAttempt attempt = new HeldAttempt(assignment, agentId, reporter, clock, workspace);
        if (!slots.take(attempt)) {
            workspaces.delete(workspace);
            return new Declined(AcknowledgeType.RELEASE);
        }
        long settleBy = System.nanoTime() + REPORT_TIMEOUT.toNanos();
        return new Taken(attempt, handler.get(), attempt.report(new Started()), settleBy);
    }

    AcknowledgeType settle(Taking taking) throws InterruptedException {
        return switch (taking) {
            case Declined(var acknowledgement) -> acknowledgement;
            case Taken taken -> settle(taken);
        };
    }

    private AcknowledgeType settle(Taken taken) throws InterruptedException {
        try {
            taken.reported().get(Math.max(taken.settleBy() - System.nanoTime(), 0), NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "Task %s is handed back: its start can't be reported in time",
                    taken.attempt().taskId());
            abandon(taken);
            // Not released: another attempt with another token will follow, and this one would only run in vain
            return AcknowledgeType.ACCEPT;
        }
        runner.begin(taken.attempt(), taken.handler());
        return AcknowledgeType.ACCEPT;
    }

    /** Gives back what was taken and not settled. The report of its start may still arrive, so another takes that back. */
    void abandon(Taking taking) {
        if (taking instanceof Taken taken) {
            var unused = taken.attempt().report(new Released("The agent could not begin it in time"));
            slots.giveBack(taken.attempt().ref());
            workspaces.delete(taken.attempt().workspace());
        }
    }
}
