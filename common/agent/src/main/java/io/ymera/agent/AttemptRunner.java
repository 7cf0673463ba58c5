package io.ymera.agent;

import io.ymera.agent.Payloads.GoneException;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskFailure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Runs handlers, each on a virtual thread of its own, stops them at their deadlines, and reports how they end. An attempt
 * keeps its slot, and with it its lease, until the broker has acknowledged the last report or nobody wants it any more.
 */
@Singleton
class AttemptRunner {

    private static final Logger LOG = Logger.getLogger(AttemptRunner.class);
    private static final Duration REPORT_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Slots slots;
    private final Payloads payloads;
    private final Results results;
    private final Clock clock;
    private final AttemptTimer timer;

    AttemptRunner(Slots slots, Payloads payloads, Results results, Clock clock, AttemptTimer timer) {
        this.slots = slots;
        this.payloads = payloads;
        this.results = results;
        this.clock = clock;
        this.timer = timer;
    }

    /**
     * Begins an attempt that holds a slot; returns at once.
     *
     * @param condition the handler begins when this is there; should it fail, the attempt is given up without a word
     */
    void begin(HeldAttempt attempt, RegisteredHandler handler, Future<Void> condition) {
        Thread.ofVirtual().name("task-" + attempt.taskId()).start(() -> run(attempt, handler, condition));
    }

    /** How a handler ended. */
    private sealed interface Ending {}

    /** @param result as JSON */
    private record Returned(byte[] result) implements Ending {}

    private record Unsuccessful(Report report) implements Ending {}

    /** Nobody wants to know. */
    private record Unwanted() implements Ending {}

    private void run(HeldAttempt attempt, RegisteredHandler handler, Future<Void> condition) {
        try {
            condition.get();
            report(attempt, runToItsEnd(attempt, handler));
        } catch (ExecutionException e) {
            LOG.warnf("Task %s is left to others: its start can't be reported: %s", attempt.taskId(), e.getMessage());
            attempt.stop(HeldAttempt.Stop.SUPERSEDED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                attempt.tidyUp();
            } finally {
                slots.free(attempt);
            }
        }
    }

    private Ending runToItsEnd(HeldAttempt attempt, RegisteredHandler handler) {
        Duration left = Duration.between(clock.instant(), attempt.deadline());
        ScheduledFuture<?> deadline = timer.after(left, () -> attempt.stop(HeldAttempt.Stop.TIMED_OUT));
        attempt.handlerBegins();
        Ending ending = call(attempt, handler);
        deadline.cancel(false);
        return switch (attempt.handlerEnded().orElse(null)) {
            case null -> ending;
            case TIMED_OUT -> new Unsuccessful(timedOut(attempt));
            case RELEASED -> new Unsuccessful(new Released("The agent was stopped"));
            case SUPERSEDED -> new Unwanted();
        };
    }

    private Ending call(HeldAttempt attempt, RegisteredHandler handler) {
        MDC.put("task_id", attempt.taskId().toString());
        try {
            LOG.debugf("Attempt %d at task %s begins", attempt.attempt(), attempt.taskId());
            return new Returned(results.write(handler.call(payloads.parameters(attempt), attempt)));
        } catch (GoneException e) {
            attempt.stop(HeldAttempt.Stop.SUPERSEDED);
            return new Unwanted();
        } catch (TaskFailedException e) {
            LOG.debugf("Task %s failed: %s", attempt.taskId(), e.getMessage());
            return new Unsuccessful(new Failed(e.failure()));
        } catch (InterruptedException e) {
            return failed("interrupted", "The handler was interrupted");
        } catch (Throwable e) {
            // Even an Error, such as a StackOverflowError on hostile input, ends this attempt and not the agent
            logUnlessStopped(attempt, e);
            return failed(
                    "handler_error",
                    "The handler failed unexpectedly (%s); the agent's log tells more"
                            .formatted(e.getClass().getSimpleName()));
        }
    }

    private static Ending failed(String code, String message) {
        return new Unsuccessful(new Failed(new TaskFailure(code, message, true)));
    }

    /** Libraries wrap the InterruptedException of a handler that is stopped; that is nothing unexpected. */
    private static void logUnlessStopped(HeldAttempt attempt, Throwable e) {
        if (attempt.isCancelled()) {
            LOG.debugf(e, "The handler of task %s threw when it was stopped", attempt.taskId());
        } else {
            LOG.errorf(e, "The handler of task %s threw", attempt.taskId());
        }
    }

    private static Report timedOut(HeldAttempt attempt) {
        return new Failed(new TaskFailure(
                "run_timeout",
                "The attempt was stopped after its run timeout of %d s"
                        .formatted(attempt.assignment().runTimeoutSeconds()),
                true));
    }

    private void report(HeldAttempt attempt, Ending ending) throws InterruptedException {
        switch (ending) {
            case Unwanted() -> LOG.debugf("Nobody wants to know how task %s ended", attempt.taskId());
            case Unsuccessful(var report) -> deliver(attempt, report);
            case Returned(var result) -> {
                try {
                    deliver(attempt, results.report(attempt, result));
                } catch (TaskFailedException e) {
                    deliver(attempt, new Failed(e.failure()));
                } catch (GoneException e) {
                    attempt.stop(HeldAttempt.Stop.SUPERSEDED);
                    LOG.debugf("Nobody wants the result of task %s", attempt.taskId());
                }
            }
        }
    }

    /** Until it is acknowledged, or nobody wants it any more. */
    private void deliver(HeldAttempt attempt, Report report) throws InterruptedException {
        while (!attempt.isSuperseded()) {
            try {
                attempt.report(report).get();
                LOG.debugf(
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
