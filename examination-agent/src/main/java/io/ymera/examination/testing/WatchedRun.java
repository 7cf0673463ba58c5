package io.ymera.examination.testing;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a process of tests and kills it, from outside, when one of them takes too long. */
final class WatchedRun {

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(10);

    private WatchedRun() {}

    /**
     * Runs it.
     *
     * @return how it ended, or empty if a test took too long and the whole tree was killed for it
     */
    static Optional<Exit> run(Workbench bench, Command command, TestLog log, Duration testTimeout)
            throws TaskFailedException, InterruptedException {
        FutureTask<Exit> run = new FutureTask<>(() -> bench.run(command, log));
        Thread thread = Thread.ofVirtual().name("test-run").start(run);
        try {
            while (true) {
                Duration patience = log.patience(testTimeout);
                if (!patience.isPositive() && !run.isDone()) {
                    return Optional.empty();
                }
                try {
                    Duration look = patience.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : patience;
                    return Optional.of(run.get(look.toNanos(), TimeUnit.NANOSECONDS));
                } catch (TimeoutException e) {
                    // It may have gone on with other tests meanwhile
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause() instanceof Exception cause ? cause : e);
        } finally {
            // Kills the tree, if it is still there, and waits until it is gone
            thread.interrupt();
            joined(thread);
        }
    }

    static void joined(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static RuntimeException failure(Exception cause) throws TaskFailedException, InterruptedException {
        switch (cause) {
            case TaskFailedException failed -> throw failed;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException unchecked -> throw unchecked;
            default -> throw new IllegalStateException(cause);
        }
    }
}
