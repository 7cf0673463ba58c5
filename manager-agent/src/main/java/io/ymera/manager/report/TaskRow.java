package io.ymera.manager.report;

import static java.util.Objects.requireNonNullElse;

import io.vertx.core.json.JsonObject;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A locked task, into which reports are folded and whose deadlines are looked at: here it is decided what follows from
 * what, along the transitions of {@link TaskStatus}. Not thread-safe.
 */
final class TaskRow {

    static final String COLUMNS = """
            id, owner, task_type, status, attempt, fencing_token, agent_id, report_sequence, failed_attempts, max_attempts,
            lost_agents, first_pause_ms, max_pause_ms, run_timeout_s, queue_timeout_s, total_timeout_s, created_at,
            redriven_at, available_at, dispatched_at, started_at, finished_at, deadline_at, event_sequence, concurrency_key, workflow_id,
            workflow_step, callback_url\
            """;

    /** An event to be told. */
    record NewEvent(UUID task, long sequence, String type, String data) {}

    private final EndedTask identity;
    private final String taskType;
    private final int attempt;
    private final long fencingToken;
    private final int maxAttempts;
    private final Duration firstPause;
    private final Duration maxPause;
    private final Duration runTimeout;
    private final @Nullable Duration queueTimeout;
    private final @Nullable Duration totalTimeout;
    private final Instant createdAt;
    /** When it was queued: its total timeout counts from then. */
    private final Instant begunAt;

    private final List<NewEvent> events = new ArrayList<>();

    private TaskStatus status;
    private @Nullable UUID agent;
    private long reportSequence;
    private int failedAttempts;
    private int lostAgents;
    private Instant availableAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant deadlineAt;
    private long eventSequence;
    private @Nullable String result;
    private boolean resultStored;
    private @Nullable String failure;
    private boolean changed;

    private TaskRow(Row row) {
        identity = EndedTask.from(row);
        taskType = row.getString("task_type");
        attempt = row.getInteger("attempt");
        fencingToken = row.getLong("fencing_token");
        maxAttempts = row.getShort("max_attempts");
        firstPause = Duration.ofMillis(row.getLong("first_pause_ms"));
        maxPause = Duration.ofMillis(row.getLong("max_pause_ms"));
        runTimeout = Duration.ofSeconds(row.getInteger("run_timeout_s"));
        queueTimeout = seconds(row.getInteger("queue_timeout_s"));
        totalTimeout = seconds(row.getInteger("total_timeout_s"));
        createdAt = row.getOffsetDateTime("created_at").toInstant();
        begunAt = requireNonNullElse(instant(row.getOffsetDateTime("redriven_at")), createdAt);
        status = identity.status();
        agent = row.getUUID("agent_id");
        reportSequence = row.getLong("report_sequence");
        failedAttempts = row.getInteger("failed_attempts");
        lostAgents = row.getShort("lost_agents");
        availableAt = row.getOffsetDateTime("available_at").toInstant();
        startedAt = instant(row.getOffsetDateTime("started_at"));
        finishedAt = instant(row.getOffsetDateTime("finished_at"));
        deadlineAt = instant(row.getOffsetDateTime("deadline_at"));
        eventSequence = row.getLong("event_sequence");
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
            case Progress progress -> progress(progress);
            case Completed completed -> completed(completed, circumstances);
            case Failed(var why) -> failed(why, circumstances);
            case Released(var reason) -> released(new TaskFailure("released", reason, true), circumstances.now());
        }
        return Effect.APPLIED;
    }

    /** Ends the attempt because its agent has gone silent; false if it had ended before. */
    boolean lose(AttemptRef lost, Circumstances circumstances) {
        if (!isActive() || lost.fencingToken() != fencingToken) {
            return false;
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
        return true;
    }

    /** Does what is due if a deadline has passed; the row may have changed since it was found. */
    void expire(Circumstances circumstances) {
        Instant now = circumstances.now();
        Instant before = deadlineAt;
        if (before == null || now.isBefore(before) || status.isFinal()) {
            return;
        }
        changed = true;
        if (isPast(begunAt, totalTimeout, now)) {
            failed(
                    new TaskFailure(
                            "total_timeout",
                            "The task did not end within %d s"
                                    .formatted(requireTotal().toSeconds()),
                            false),
                    circumstances);
        } else if (status == TaskStatus.RUNNING) {
            failed(
                    new TaskFailure(
                            "run_timeout",
                            "The attempt ran for more than %d s".formatted(runTimeout.toSeconds()),
                            true),
                    circumstances);
        } else if (status == TaskStatus.DISPATCHED) {
            released(new TaskFailure("not_started", "No agent started this attempt in time", true), now);
        } else {
            failed(
                    new TaskFailure("queue_timeout", "No agent had a free slot for the task in time", false),
                    circumstances);
        }
    }

    private void started(Circumstances circumstances) {
        become(TaskStatus.RUNNING);
        startedAt = circumstances.now();
        // The agent stops it by itself when the time is up; this is for one that does not
        deadlineAt = earliest(circumstances.now().plus(runTimeout).plus(circumstances.grace()), totalDeadline());
        tell("task.started", JsonObject.of("attempt", attempt, "agent_id", String.valueOf(agent)));
    }

    private void progress(Progress progress) {
        tell(
                "task.progress",
                JsonObject.of("attempt", attempt, "fraction", progress.fraction(), "message", progress.message()));
    }

    private void completed(Completed completed, Circumstances circumstances) {
        result = completed.result() == null ? null : completed.result().toString();
        resultStored = completed.stored();
        if (startedAt == null) {
            startedAt = circumstances.now();
        }
        end(TaskStatus.COMPLETED, circumstances.now());
        tell("task.completed", JsonObject.of("attempt", attempt));
    }

    /** Ends the attempt, and the task with it unless it may be tried again. */
    private void failed(TaskFailure why, Circumstances circumstances) {
        failure = json(why).encode();
        failedAttempts += isActive() ? 1 : 0;
        if (!why.retryable() || failedAttempts >= maxAttempts) {
            end(TaskStatus.FAILED, circumstances.now());
            tell("task.failed", JsonObject.of("attempt", attempt, "failure", json(why)));
            return;
        }
        become(TaskStatus.SCHEDULED);
        availableAt = circumstances.now().plus(pause(circumstances.jitter()));
        wait(why);
    }

    /** Ends the attempt at no cost to the task. */
    private void released(TaskFailure why, Instant now) {
        failure = json(why).encode();
        become(TaskStatus.PENDING);
        availableAt = now;
        wait(why);
    }

    private void wait(TaskFailure why) {
        agent = null;
        deadlineAt = earliest(queueTimeout == null ? null : availableAt.plus(queueTimeout), totalDeadline());
        tell(
                "task.retrying",
                JsonObject.of("attempt", attempt, "failure", json(why), "available_at", availableAt.toString()));
    }

    /** Exponential back-off with full jitter. */
    private Duration pause(double jitter) {
        double longest = Math.min(maxPause.toMillis(), firstPause.toMillis() * Math.pow(2, failedAttempts - 1.0));
        return Duration.ofMillis((long) (jitter * longest));
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

    private void tell(String type, JsonObject data) {
        eventSequence++;
        events.add(new NewEvent(identity.taskId(), eventSequence, type, data.encode()));
    }

    private boolean isActive() {
        return status == TaskStatus.DISPATCHED || status == TaskStatus.RUNNING;
    }

    private Duration requireTotal() {
        return totalTimeout == null ? Duration.ZERO : totalTimeout;
    }

    private @Nullable Instant totalDeadline() {
        return totalTimeout == null ? null : begunAt.plus(totalTimeout);
    }

    private static boolean isPast(Instant from, @Nullable Duration timeout, Instant now) {
        return timeout != null && !now.isBefore(from.plus(timeout));
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static JsonObject json(TaskFailure failure) {
        return JsonObject.of("code", failure.code(), "message", failure.message(), "retryable", failure.retryable());
    }

    private static @Nullable Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    boolean isChanged() {
        return changed;
    }

    List<NewEvent> events() {
        return events;
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
        return eventSequence;
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
