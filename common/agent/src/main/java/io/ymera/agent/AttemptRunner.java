package io.ymera.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskFailure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Runs handlers, each on a virtual thread of its own with another that watches its deadline, and reports how they end. An
 * attempt keeps its slot, and with it its lease, until the broker has acknowledged the last report.
 */
@Singleton
class AttemptRunner {

    private static final Logger LOG = Logger.getLogger(AttemptRunner.class);
    private static final Duration REPORT_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Slots slots;
    private final Workspaces workspaces;
    private final AgentSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    AttemptRunner(Slots slots, Workspaces workspaces, AgentSettings settings, ObjectMapper json, Clock clock) {
        this.slots = slots;
        this.workspaces = workspaces;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Begins an attempt that holds a slot and whose start has been reported; returns at once. */
    void begin(HeldAttempt attempt, RegisteredHandler handler) {
        Thread.ofVirtual().name("attempt-" + attempt.taskId()).start(() -> run(attempt, handler));
    }

    private void run(HeldAttempt attempt, RegisteredHandler handler) {
        try {
            Optional<Report> report = supervise(attempt, handler);
            if (report.isPresent()) {
                deliver(attempt, report.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                workspaces.delete(attempt.workspace());
            } finally {
                slots.free(attempt.ref());
            }
        }
    }

    /** Runs the handler to its end or its deadline; empty if nobody wants to know how it ended. */
    private Optional<Report> supervise(HeldAttempt attempt, RegisteredHandler handler) throws InterruptedException {
        FutureTask<Report> outcome = new FutureTask<>(() -> call(attempt, handler));
        Thread worker = Thread.ofVirtual().name("task-" + attempt.taskId()).start(outcome);
        attempt.runOn(worker);
        try {
            long left = Duration.between(clock.instant(), attempt.deadline()).toMillis();
            return unlessStopped(attempt, outcome.get(Math.max(left, 0), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            worker.interrupt();
            worker.join();
            return unlessStopped(attempt, timedOut(attempt));
        } catch (ExecutionException e) {
            throw new IllegalStateException("call() catches all", e);
        }
    }

    /** How the attempt ended by itself, unless it was stopped: then that counts, if anybody is to know. */
    private static Optional<Report> unlessStopped(HeldAttempt attempt, Report report) {
        return switch (attempt.stopped().orElse(null)) {
            case null -> Optional.of(report);
            case RELEASED -> Optional.of(new Released("The agent was stopped"));
            case SUPERSEDED -> Optional.empty();
        };
    }

    private Report call(HeldAttempt attempt, RegisteredHandler handler) {
        MDC.put("task_id", attempt.taskId().toString());
        try {
            LOG.infof("Attempt %d at task %s begins", attempt.attempt(), attempt.taskId());
            return checked(handler.call(attempt.assignment().parameters(), attempt));
        } catch (TaskFailedException e) {
            LOG.infof("Task %s failed: %s", attempt.taskId(), e.getMessage());
            return new Failed(e.failure());
        } catch (InterruptedException e) {
            return new Failed(new TaskFailure("interrupted", "The handler was interrupted", true));
        } catch (Throwable e) {
            // Even an Error, such as a StackOverflowError on hostile input, ends this attempt and not the agent
            LOG.errorf(e, "The handler of task %s threw", attempt.taskId());
            return new Failed(new TaskFailure(
                    "handler_error",
                    "The handler failed unexpectedly (%s); the agent's log tells more"
                            .formatted(e.getClass().getSimpleName()),
                    true));
        }
    }

    private Report checked(JsonNode result) throws Exception {
        byte[] bytes = json.writeValueAsBytes(result);
        if (bytes.length > settings.maxResultBytes()) {
            return new Failed(new TaskFailure(
                    "result_too_large",
                    "The result has %d bytes of JSON; at most %d can be reported"
                            .formatted(bytes.length, settings.maxResultBytes()),
                    false));
        }
        return new Completed(result);
    }

    private static Report timedOut(HeldAttempt attempt) {
        return new Failed(new TaskFailure(
                "run_timeout",
                "The attempt was stopped after its run timeout of %d s"
                        .formatted(attempt.assignment().runTimeoutSeconds()),
                true));
    }

    /** Until it is acknowledged, or nobody wants it any more. */
    private void deliver(HeldAttempt attempt, Report report) throws InterruptedException {
        while (attempt.stopped().filter(HeldAttempt.Stop.SUPERSEDED::equals).isEmpty()) {
            try {
                attempt.report(report).get();
                LOG.infof(
                        "Attempt %d at task %s ended: %s",
                        attempt.attempt(), attempt.taskId(), report.getClass().getSimpleName());
                return;
            } catch (ExecutionException e) {
                LOG.warnf("The end of task %s can't be reported yet: %s", attempt.taskId(), e.getMessage());
                Thread.sleep(REPORT_AGAIN_AFTER);
            }
        }
    }
}
