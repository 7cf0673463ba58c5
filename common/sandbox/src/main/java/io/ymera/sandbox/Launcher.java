package io.ymera.sandbox;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Starts processes from one platform thread that lives as long as the sandbox. The kernel sends a process its parent-death
 * signal when the <em>thread</em> that started it ends; a virtual thread's carrier, or a thread of a caller's pool, may end
 * long before the JVM does.
 */
final class Launcher implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sandbox-launcher").factory());

    /**
     * Starts a process; an interrupt does not stop it from starting, so that nobody loses it.
     *
     * @throws SandboxUnavailableException if its first program can't be started, or this launcher is closed
     */
    Process start(ProcessBuilder builder) {
        Future<Process> started;
        try {
            started = thread.submit(builder::start);
        } catch (RejectedExecutionException e) {
            throw new SandboxUnavailableException("The sandbox is closed", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return started.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof IOException cause) {
                        throw new SandboxUnavailableException("Can't start a process: " + cause.getMessage(), cause);
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
