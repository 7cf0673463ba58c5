package io.ymera.agent;

import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An attempt that this agent holds, from its receipt until its last report is acknowledged. */
final class HeldAttempt implements TaskContext {

    /** Why a handler was interrupted. */
    enum Stop {
        /** The manager does not want the attempt any more: nothing is reported. */
        SUPERSEDED,
        /** The agent is going away: the attempt is handed back. */
        RELEASED,
        /** Its deadline has passed: it has failed. */
        TIMED_OUT
    }

    /** Faster than this nobody reads progress. */
    private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(100);

    /** In characters; a report has to fit into a record. */
    private static final int LONGEST_MESSAGE = 1_000;

    private final TaskAssignment assignment;
    private final UUID agentId;
    private final Reporter reporter;
    private final Workspaces workspaces;
    private final Clock clock;
    private final AttemptTimer timer;
    private final Instant deadline;

    /**
     * Guards what is reported, and its order. Not the lock of all else: a report may have to wait for the broker, and that
     * must not keep anybody from stopping the attempt.
     */
    private final Object reports = new Object();

    private long sequence;
    /** Progress is held back for now, because some has just been sent. */
    private boolean thinsOut;

    private @Nullable Progress heldBack;

    private @Nullable Thread worker;
    private @Nullable Stop stop;
    private @Nullable Path workspace;

    HeldAttempt(
            TaskAssignment assignment,
            UUID agentId,
            Reporter reporter,
            Workspaces workspaces,
            Clock clock,
            AttemptTimer timer) {
        this.assignment = assignment;
        this.agentId = agentId;
        this.reporter = reporter;
        this.workspaces = workspaces;
        this.clock = clock;
        this.timer = timer;
        this.deadline = clock.instant().plusSeconds(assignment.runTimeoutSeconds());
    }

    TaskAssignment assignment() {
        return assignment;
    }

    AttemptRef ref() {
        return assignment.ref();
    }

    /** Reports something other than progress, after progress that was held back. */
    CompletableFuture<Void> report(Report report) {
        synchronized (reports) {
            sendHeldBack();
            return send(report);
        }
    }

    @Override
    public void progress(double fraction, String message) {
        String cut = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + " …";
        synchronized (reports) {
            heldBack = new Progress(Math.clamp(fraction, 0.0, 1.0), cut);
            if (!thinsOut) {
                sendHeldBack();
                thinOut();
            }
        }
    }

    /** For a while; the last that is said meanwhile is sent then, for the handler may say nothing more for long. */
    private void thinOut() {
        thinsOut = true;
        // Sending may block, which the timer must not
        var unused = timer.after(PROGRESS_INTERVAL, () -> Thread.startVirtualThread(this::afterInterval));
    }

    private void afterInterval() {
        synchronized (reports) {
            thinsOut = false;
            if (heldBack != null) {
                sendHeldBack();
                thinOut();
            }
        }
    }

    private void sendHeldBack() {
        if (heldBack != null) {
            var unused = send(heldBack);
            heldBack = null;
        }
    }

    /** The calling thread runs the handler from now on; it is interrupted at once if the attempt was stopped before. */
    synchronized void handlerBegins() {
        worker = Thread.currentThread();
        if (stop != null) {
            worker.interrupt();
        }
    }

    /**
     * The handler has returned or thrown. Its thread is interrupted no more, and has forgotten that it was.
     *
     * @return why it was stopped, if it was; what comes later does not change how it ended
     */
    synchronized Optional<Stop> handlerEnded() {
        worker = null;
        Thread.interrupted();
        return Optional.ofNullable(stop);
    }

    /** Interrupts the handler; the first reason counts, but for an attempt that nobody wants any more. */
    synchronized void stop(Stop reason) {
        if (stop == null) {
            stop = reason;
            if (worker != null) {
                worker.interrupt();
            }
        } else if (reason == Stop.SUPERSEDED) {
            stop = reason;
        }
    }

    /** Whether nobody wants to hear of it any more. */
    synchronized boolean isSuperseded() {
        return stop == Stop.SUPERSEDED;
    }

    @Override
    public synchronized boolean isCancelled() {
        return stop != null;
    }

    @Override
    public UUID taskId() {
        return assignment.taskId();
    }

    @Override
    public int attempt() {
        return assignment.attempt();
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public synchronized Path workspace() {
        if (workspace == null) {
            workspace = workspaces.create(taskId());
        }
        return workspace;
    }

    /** Deletes the workspace, if there is one. */
    void tidyUp() {
        Path made;
        synchronized (this) {
            made = workspace;
        }
        if (made != null) {
            workspaces.delete(made);
        }
    }

    private CompletableFuture<Void> send(Report report) {
        sequence++;
        return reporter.send(new TaskEvent(ref(), agentId, sequence, clock.instant(), report));
    }
}
