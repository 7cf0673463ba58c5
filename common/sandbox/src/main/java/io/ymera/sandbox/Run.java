package io.ymera.sandbox;

import io.ymera.sandbox.Exit.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One program from its start until the last of its processes is gone. */
final class Run {

    private final long startedAt = System.nanoTime();
    private final boolean confined;
    private final Limits limits;
    private final ProcessTree tree;
    private final Output stdout;
    private final Output stderr;
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();

    Run(ProcessBuilder builder, boolean confined, Command command, OutputListener listener, Launcher launcher) {
        this.confined = confined;
        this.limits = command.limits();
        Process process = launcher.start(builder);
        this.tree = new ProcessTree(process, confined);
        AtomicLong budget = new AtomicLong(limits.outputBytes());
        this.stdout = new Output("stdout", process.getInputStream(), listener::stdout, budget, ended, false);
        this.stderr = new Output("stderr", process.getErrorStream(), listener::stderr, budget, ended, confined);
        Thread.ofPlatform().daemon().name("sandbox-stdin").start(() -> feed(process, command.stdin()));
        process.onExit().thenRun(() -> ended.complete(Ended.ITSELF));
    }

    /** A program need not read it. */
    private static void feed(Process process, String stdin) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(stdin.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has closed its end, or is gone
        }
    }

    Exit await() throws InterruptedException {
        try {
            Ended how = firstEnd();
            // Also where the program ended by itself: unconfined, it may have left children behind
            tree.kill();
            closeOutput();
            // A listener may also fail on what was read after the program had ended
            Stream.of(stdout, stderr)
                    .flatMap(output -> output.failure().stream())
                    .findFirst()
                    .ifPresent(failure -> {
                        throw new IllegalStateException("The output listener failed", failure);
                    });
            if (how == Ended.ITSELF && !stderr.ready()) {
                throw new SandboxUnavailableException(
                        "setting it up failed with status " + tree.exitCode() + ": " + stderr.beforeReady());
            }
            return Exit.of(howFinally(how), tree.exitCode(), Duration.ofNanos(System.nanoTime() - startedAt));
        } catch (InterruptedException | RuntimeException e) {
            tree.kill();
            closeOutput();
            throw e;
        }
    }

    private Ended firstEnd() throws InterruptedException {
        try {
            return ended.get(limits.wallTime().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Ended.WALL_TIME;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The output listener failed", e.getCause());
        }
    }

    /** The last of the output may have been read after the program had ended. */
    private Ended howFinally(Ended how) {
        return how == Ended.ITSELF && (stdout.overLimit() || stderr.overLimit()) ? Ended.OUTPUT : how;
    }

    private void closeOutput() {
        stdout.finish(confined);
        stderr.finish(confined);
    }
}
