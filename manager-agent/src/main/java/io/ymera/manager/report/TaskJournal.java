package io.ymera.manager.report;

import io.vertx.core.json.JsonObject;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to tell of one attempt at a task to those who follow it. Not thread-safe. */
final class TaskJournal {

    /**
     * An event to be told.
     *
     * @param data JSON
     */
    record Entry(UUID task, long sequence, String type, String data) {}

    private final UUID task;
    private final int attempt;
    private final List<Entry> entries = new ArrayList<>();
    private long sequence;

    /** @param sequence of the last event that was told of the task */
    TaskJournal(UUID task, int attempt, long sequence) {
        this.task = task;
        this.attempt = attempt;
        this.sequence = sequence;
    }

    void started(@Nullable UUID agent) {
        tell("task.started", data().put("agent_id", String.valueOf(agent)));
    }

    void progress(Progress progress) {
        tell("task.progress", data().put("fraction", progress.fraction()).put("message", progress.message()));
    }

    void completed() {
        tell("task.completed", data());
    }

    void failed(TaskFailure why) {
        tell("task.failed", data().put("failure", json(why)));
    }

    void retrying(TaskFailure why, Instant availableAt) {
        tell("task.retrying", data().put("failure", json(why)).put("available_at", availableAt.toString()));
    }

    /** As it is stored and told; without U+0000, which PostgreSQL can't take out of JSON again. */
    static JsonObject json(TaskFailure failure) {
        return JsonObject.of(
                "code",
                failure.code().replace('\0', '\uFFFD'),
                "message",
                failure.message().replace('\0', '\uFFFD'),
                "retryable",
                failure.retryable());
    }

    /** In the order in which they are to be told. */
    List<Entry> entries() {
        return entries;
    }

    /** Of the last of them, or of the last that was told before. */
    long sequence() {
        return sequence;
    }

    private JsonObject data() {
        return JsonObject.of("attempt", attempt);
    }

    private void tell(String type, JsonObject data) {
        sequence++;
        entries.add(new Entry(task, sequence, type, data.encode()));
    }
}
