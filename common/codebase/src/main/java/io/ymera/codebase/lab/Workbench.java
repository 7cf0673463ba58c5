package io.ymera.codebase.lab;

import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.OutputListener;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What one attempt works with: its folder, its sandbox, its time. Thread-safe. */
public final class Workbench {

    /** Left of the attempt's time for reporting. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final int STDERR = 8 * 1024;

    private final Sandbox sandbox;
    private final TaskContext context;
    private final Clock clock;
    private final AtomicInteger folders = new AtomicInteger();

    /** One for an attempt. */
    public Workbench(Sandbox sandbox, TaskContext context, Clock clock) {
        this.sandbox = sandbox;
        this.context = context;
        this.clock = clock;
    }

    /** The attempt. */
    public TaskContext context() {
        return context;
    }

    /**
     * A new, empty folder, deleted with the attempt's workspace.
     *
     * @param name for people who look into it
     * @throws TaskFailedException retryable, if it can't be made
     */
    public Path folder(String name) throws TaskFailedException {
        try {
            return Files.createDirectory(context.workspace().resolve(folders.incrementAndGet() + "-" + name));
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    /** How long something may take: what is wanted, or less if the attempt has less time left; at least a second. */
    public Duration time(Duration wanted) {
        Duration left = Duration.between(clock.instant(), context.deadline()).minus(MARGIN);
        Duration time = wanted.compareTo(left) <= 0 ? wanted : left;
        return time.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : time;
    }

    /**
     * Runs a program in the sandbox and tells a listener what it writes.
     *
     * @throws TaskFailedException retryable, if nothing can be confined now
     */
    public Exit run(Command command, OutputListener listener) throws TaskFailedException, InterruptedException {
        context.checkCancelled();
        try {
            return sandbox.run(command, listener);
        } catch (SandboxUnavailableException e) {
            throw TaskFailedException.retryable("sandbox_unavailable", String.valueOf(e.getMessage()));
        }
    }

    /** Runs a tool in the sandbox and keeps what it writes, of which the command's limits say how much that may be. */
    public Captured run(Command command) throws TaskFailedException, InterruptedException {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        Tail stderr = new Tail(STDERR);
        Exit exit = run(command, new OutputListener() {
            @Override
            public void stdout(byte[] bytes) {
                stdout.writeBytes(bytes);
            }

            @Override
            public void stderr(byte[] bytes) {
                stderr.append(bytes);
            }
        });
        return new Captured(exit, stdout.toString(StandardCharsets.UTF_8), stderr.toString());
    }
}
