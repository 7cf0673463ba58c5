package io.ymera.examination.quality;

import io.ymera.agent.TaskContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** An attempt that is made of several stages, each of which believes that it is all of it. Thread-safe. */
final class Stages implements TaskContext {

    private final TaskContext whole;
    private volatile Stage stage = new Stage("", 0, 1);

    private record Stage(String name, double from, double to) {}

    Stages(TaskContext whole) {
        this.whole = whole;
    }

    /** Begins a stage that ends at {@code to} of the whole, where the one before it ended. */
    void begin(String name, double to) {
        stage = new Stage(name, stage.name().isEmpty() ? 0 : stage.to(), to);
        whole.progress(stage.from(), name);
    }

    @Override
    public void progress(double fraction, String message) {
        Stage now = stage;
        double within = Double.isNaN(fraction) ? 0 : Math.clamp(fraction, 0, 1);
        whole.progress(now.from() + (now.to() - now.from()) * within, now.name() + ": " + message);
    }

    @Override
    public UUID taskId() {
        return whole.taskId();
    }

    @Override
    public int attempt() {
        return whole.attempt();
    }

    @Override
    public Instant deadline() {
        return whole.deadline();
    }

    @Override
    public Path workspace() {
        return whole.workspace();
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
