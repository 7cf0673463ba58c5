package io.ymera.sandbox;

import io.ymera.sandbox.Exit.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** One program from its start until the last of its processes is gone. */
final class Run {

    private final long startedAt = System.nanoTime();
    private final Confinement confinement;
    private final Command command;
    private final Process process;
    private final Limits limits;
    private final ProcessTree tree;
    private final Output stdout;
    private final Output stderr;
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final CompletableFuture<Optional<Watch>> watch = new CompletableFuture<>();

    Run(
            ProcessBuilder builder,
            Confinement confinement,
            Account account,
            Command command,
            OutputListener listener,
            Sandbox.Threads threads) {
        this.confinement = confinement;
        this.command = command;
        this.limits = command.limits();
        this.process = threads.launcher().start(builder);
        boolean confined = confinement.confined();
        this.tree = new ProcessTree(process, confined);
        AtomicLong budget = new AtomicLong(limits.outputBytes());
        this.stdout = new Output("stdout", process.getInputStream(), listener::stdout, budget, ended, false);
        this.stderr = new Output("stderr", process.getErrorStream(), listener::stderr, budget, ended, confined);
        try {
            stdout.start();
            stderr.start();
            Thread.ofPlatform().daemon().name("sandbox-stdin").start(() -> begin(account, threads));
            process.onExit().thenRun(() -> ended.complete(Ended.ITSELF));
        } catch (RuntimeException | Error e) {
            // No thread to be had: nobody runs unwatched
            tree.kill();
            throw e;
        }
    }

    /** Confined, the program waits for the first line, so that all of its life is watched. It need not read the others. */
    private void begin(Account account, Sandbox.Threads threads) {
        boolean confined = confinement.confined();
        try (OutputStream stream = process.getOutputStream()) {
            if (confined && !stderr.awaitReady()) {
                return;
            }
            Watch watching = watch(account, threads.pageSize());
            if (!watch.complete(Optional.of(watching))) {
                watching.close();
                return;
            }
            watching.begin();
            if (confined) {
                stream.write('\n');
            }
            stream.write(command.stdin().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has closed its end, or is gone
        } catch (Throwable e) {
            ended.completeExceptionally(e);
        }
    }

    private Watch watch(Account account, long pageSize) {
        Optional<Path> first = confinement.confined() ? tree.first() : Optional.empty();
        // The namespace's first process is one of the same user, if that is the agent's own
        int mostProcesses = account.byRoot() ? limits.processes() : limits.processes() - 1;
        return new Watch(
                first.map(each -> Inside.of(each, confinement, tree)).orElseGet(() -> Inside.of(tree)),
                first.flatMap(NetworkCounters::of),
                command,
                confinement.confined() ? mostProcesses : Integer.MAX_VALUE,
                pageSize,
                ended);
    }

    /**
     * Waits for its end.
     *
     * @param refused asked then: what it was refused by others than the kernel
     * @param closeWayOut run when nothing of it runs any more: descriptors of the program may be under way to there, and
     *     would keep its output open
     */
    Exit await(LongSupplier refused, Runnable closeWayOut) throws InterruptedException {
        try {
            Ended how = firstEnd();
            // Also where the program ended by itself: unconfined, it may have left children behind
            end(closeWayOut);
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
            return exit(how, refused);
        } catch (InterruptedException | RuntimeException e) {
            end(closeWayOut);
            throw e;
        } finally {
            watch.complete(Optional.empty());
            watch.join().ifPresent(Watch::close);
        }
    }

    private Exit exit(Ended how, LongSupplier refused) {
        watch.complete(Optional.empty());
        Optional<Watch> watched = watch.join();
        return Exit.of(
                howFinally(how, watched),
                tree.exitCode(),
                Duration.ofNanos(System.nanoTime() - startedAt),
                watched.map(Watch::usage).orElse(Usage.UNKNOWN),
                watched.flatMap(watching -> watching.networkAttempts(refused.getAsLong())));
    }

    private Ended firstEnd() throws InterruptedException {
        try {
            return ended.get(limits.wallTime().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Ended.WALL_TIME;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Listening to the program or watching it failed", e.getCause());
        }
    }

    /** The last of the output may have been read after the program had ended, and its last files are only seen now. */
    private Ended howFinally(Ended how, Optional<Watch> watched) {
        if (how != Ended.ITSELF) {
            return how;
        }
        if (stdout.overLimit() || stderr.overLimit()) {
            return Ended.OUTPUT;
        }
        return watched.filter(Watch::leftTooManyFiles).isPresent() ? Ended.DISK : Ended.ITSELF;
    }

    private void end(Runnable closeWayOut) {
        tree.kill();
        try {
            closeWayOut.run();
        } finally {
            closeOutput();
        }
    }

    private void closeOutput() {
        stdout.finish(confinement.confined());
        stderr.finish(confinement.confined());
    }
}
