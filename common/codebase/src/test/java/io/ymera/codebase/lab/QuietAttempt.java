package io.ymera.codebase.lab;

import io.ymera.agent.TaskContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An attempt with plenty of time that keeps what clients would be told. */
public record QuietAttempt(Path workspace, List<String> messages) implements TaskContext {

    private static final UUID TASK = UUID.fromString("01900000-0000-7000-8000-000000000006");

    /** In a folder. */
    public static QuietAttempt in(Path workspace) {
        return new QuietAttempt(workspace, new CopyOnWriteArrayList<>());
    }

    @Override
    public UUID taskId() {
        return TASK;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant deadline() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    @Override
    public void progress(double fraction, String message) {
        messages.add(message);
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
