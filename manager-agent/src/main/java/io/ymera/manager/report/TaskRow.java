package io.ymera.manager.report;

import static java.util.Objects.requireNonNull;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.queue.EndedTask;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A locked task, into which reports are folded and whose deadlines are looked at: here it is decided what follows from
 * what, along the transitions of {@link TaskStatus}. Not thread-safe.
 */
final class TaskRow {

    static final String COLUMNS = """
            id, owner, task_type, status, attempt, fencing_token, agent_id, report_sequence, failed_attempts, lost_agents,
            available_at, started_at, finished_at, deadline_at, event_sequence, concurrency_key, workflow_id, workflow_step,
            callback_url, %s, %s\
            """.formatted(TimeLimits.COLUMNS, RetryBudget.COLUMNS);

    private final EndedTask identity;
    private final String taskType;
    private final int attempt;
    private final long fencingToken;
    private final Instant createdAt;
    private final TimeLimits limits;
    private final RetryBudget retry;
    private final TaskJournal journal;

    private TaskStatus status;
    private @Nullable UUID agent;
    private long reportSequence;
    private int failedAttempts;
    private int lostAgents;
    private Instant availableAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant deadlineAt;
    private @Nullable String result;
    private boolean resultStored;
    private @Nullable String failure;
    private boolean changed;

    private TaskRow(Row row) {
        identity = EndedTask.from(row);
        taskType = row.getString("task_type");
        attempt = row.getInteger("attempt");
        fencingToken = row.getLong("fencing_token");
        createdAt = row.getOffsetDateTime("created_at").toInstant();
        limits = TimeLimits.from(row);
        retry = RetryBudget.from(row);
        journal = new TaskJournal(identity.taskId(), attempt, row.getLong("event_sequence"));
        status = identity.status();
        agent = row.getUUID("agent_id");
        reportSequence = row.getLong("report_sequence");
        failedAttempts = row.getInteger("failed_attempts");
        lostAgents = row.getShort("lost_agents");
        availableAt = row.getOffsetDateTime("available_at").toInstant();
        startedAt = instant(row.getOffsetDateTime("started_at"));
        finishedAt = instant(row.getOffsetDateTime("finished_at"));
        deadlineAt = instant(row.getOffsetDateTime("deadline_at"));
    }

    static TaskRow from(Row row) {
        return new TaskRow(row);
    }

    /** What decides besides the row and the report. */
    record Circumstances(Instant now, double jitter, int maxLostAgents, Duration grace) {}

    /** Folds in a report of {@code reporter} on {@code reported}. */
    Effect apply(AttemptRef reported, UUID reporter, long sequence, Report report, Circumstances circumstances) {
        if (reported.fencingToken() != fencingToken || reported.attempt() != attempt) {
            return Effect.STALE;
        }
        if (agent != null && !agent.equals(reporter)) {
            return Effect.FOREIGN;
        }
        if (sequence <= reportSequence) {
            return Effect.DUPLICATE;
        }
        if (!isActive()) {
            return Effect.LATE;
        }
        boolean legal = status == TaskStatus.RUNNING ? !(report instanceof Started) : !(report instanceof Progress);
        if (!legal) {
            return Effect.ILLEGAL;
        }
        reportSequence = sequence;
        agent = reporter;
        changed = true;
        switch (report) {
            case Started() -> started(circumstances);
            case Progress progress -> journal.progress(progress);
            case Completed completed -> completed(completed, circumstances);
            case Failed(var why) -> failed(why, circumstances);
            case Released(var reason) -> released(new TaskFailure("released", reason, true), circumstances.now());
        }
        return Effect.APPLIED;
    }

    /** Ends the attempt because its agent has gone silent, unless it had ended before. */
    void lose(AttemptRef lost, Circumstances circumstances) {
        if (!isActive() || lost.fencingToken() != fencingToken) {
            return;
        }
        changed = true;
        lostAgents++;
        boolean last = lostAgents >= circumstances.maxLostAgents();
        failed(
                new TaskFailure(
                        "agent_lost",
                        last
                                ? "The agent that ran this attempt went silent, as %d in all did".formatted(lostAgents)
                                : "The agent that ran this attempt went silent",
                        !last),
                circumstances);
    }

    /** Does what is due if a deadline has passed; the row may have changed since it was found. */
    void expire(Circumstances circumstances) {
        Instant now = circumstances.now();
        Instant before = deadlineAt;
        if (before == null || now.isBefore(before) || status.isFinal()) {
            return;
        }
        changed = true;
        if (limits.isTotalUp(now)) {
            failed(
                    new TaskFailure(
                            "total_timeout",
                            "The task did not end within %d s"
                                    .formatted(requireNonNull(limits.total()).toSeconds()),
                            false),
                    circumstances);
        } else if (status == TaskStatus.RUNNING) {
            failed(
                    new TaskFailure(
                            "run_timeout",
                            "The attempt ran for more than %d s"
                                    .formatted(limits.run().toSeconds()),
                            true),
                    circumstances);
        } else if (status == TaskStatus.DISPATCHED) {
            released(new TaskFailure("not_started", "No agent started this attempt in time", true), now);
        } else {
            String why = status == TaskStatus.BLOCKED
                    ? "The task's concurrency key was not free in time"
                    : "No agent had a free slot for the task in time";
            failed(new TaskFailure("queue_timeout", why, false), circumstances);
        }
    }

    private void started(Circumstances circumstances) {
        become(TaskStatus.RUNNING);
        startedAt = circumstances.now();
        deadlineAt = limits.whileRunning(circumstances.now(), circumstances.grace());
        journal.started(agent);
    }

    private void completed(Completed completed, Circumstances circumstances) {
        result = completed.result() == null ? null : completed.result().toString();
        resultStored = completed.stored();
        if (startedAt == null) {
            startedAt = circumstances.now();
        }
        end(TaskStatus.COMPLETED, circumstances.now());
        journal.completed();
    }

    /** Ends the attempt, and the task with it unless it may be tried again. */
    private void failed(TaskFailure why, Circumstances circumstances) {
        failure = TaskJournal.json(why).encode();
        failedAttempts += isActive() ? 1 : 0;
        if (!why.retryable() || retry.isSpent(failedAttempts)) {
            end(TaskStatus.FAILED, circumstances.now());
            journal.failed(why);
            return;
        }
        become(TaskStatus.SCHEDULED);
        availableAt = circumstances.now().plus(retry.pause(failedAttempts, circumstances.jitter()));
        wait(why);
    }

    /** Ends the attempt at no cost to the task. */
    private void released(TaskFailure why, Instant now) {
        failure = TaskJournal.json(why).encode();
        become(TaskStatus.PENDING);
        availableAt = now;
        wait(why);
    }

    private void wait(TaskFailure why) {
        agent = null;
        deadlineAt = limits.whileWaiting(availableAt);
        journal.retrying(why, availableAt);
    }

    private void end(TaskStatus end, Instant now) {
        become(end);
        finishedAt = now;
        deadlineAt = null;
    }

    private void become(TaskStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("Task %s is %s: it can't become %s"
                    .formatted(identity.taskId(), status.wireName(), next.wireName()));
        }
        status = next;
    }

    private boolean isActive() {
        return status == TaskStatus.DISPATCHED || status == TaskStatus.RUNNING;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    boolean isChanged() {
        return changed;
    }

    /** What there is to tell, in its order. */
    List<TaskJournal.Entry> events() {
        return journal.entries();
    }

    UUID id() {
        return identity.taskId();
    }

    AttemptRef ref() {
        return new AttemptRef(id(), attempt, fencingToken);
    }

    String taskType() {
        return taskType;
    }

    TaskStatus status() {
        return status;
    }

    @Nullable
    UUID agent() {
        return agent;
    }

    long reportSequence() {
        return reportSequence;
    }

    int failedAttempts() {
        return failedAttempts;
    }

    int lostAgents() {
        return lostAgents;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant availableAt() {
        return availableAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    @Nullable
    Instant deadlineAt() {
        return deadlineAt;
    }

    long eventSequence() {
        return journal.sequence();
    }

    @Nullable
    String result() {
        return result;
    }

    boolean isResultStored() {
        return resultStored;
    }

    @Nullable
    String failure() {
        return failure;
    }

    /** Whether it has ended, and others may go on because of that. */
    boolean hasConsequences() {
        return status.isFinal() && identity.hasConsequences();
    }

    /** The task as those concerned learn of its end. */
    EndedTask ended() {
        return new EndedTask(
                identity.taskId(),
                identity.owner(),
                status,
                identity.concurrencyKey(),
                identity.workflowId(),
                identity.workflowStep(),
                identity.callbackUrl());
    }
}
