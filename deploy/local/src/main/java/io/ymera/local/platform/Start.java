package io.ymera.local.platform;

import io.ymera.local.process.PartFailedException;
import io.ymera.local.process.PartProcess.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One start of the platform: each part as soon as what it needs is ready, what runs already stays. It succeeds as a whole or
 * is undone: {@link #undo()} stops what was started here, and nothing else.
 */
public final class Start {

    private static final Duration READY = Duration.ofSeconds(120);

    private final List<PlatformPart> parts;
    private final Listener listener;
    private final List<PlatformPart> started = Collections.synchronizedList(new ArrayList<>());

    /** Held for reading while a part is being started, so that undoing, which holds it for writing, misses none. */
    private final ReadWriteLock starting = new ReentrantReadWriteLock();

    private volatile boolean undone;

    /**
     * @param parts in an order in which each comes after what it needs
     * @param listener is told of progress, from several threads
     */
    public Start(List<PlatformPart> parts, Listener listener) {
        this.parts = List.copyOf(parts);
        this.listener = listener;
    }

    /**
     * Starts what is down and returns when all is ready.
     *
     * @throws PartFailedException if a part does not become ready: the first that failed. The others go on running
     */
    public void run() throws PartFailedException {
        Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (PlatformPart part : parts) {
                CompletableFuture<?>[] needs =
                        part.needs().stream().map(ready::get).toArray(CompletableFuture<?>[]::new);
                ready.put(part.name(), CompletableFuture.allOf(needs).thenRunAsync(() -> bringUp(part), threads));
            }
            awaitAllOrFirstFailure(ready.values(), threads);
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure.reason;
            }
            throw e;
        }
    }

    private static void awaitAllOrFirstFailure(Collection<CompletableFuture<Void>> parts, ExecutorService threads) {
        CompletableFuture<Void> end = CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
        for (CompletableFuture<Void> part : parts) {
            part.whenComplete((done, failure) -> {
                if (failure != null) {
                    end.completeExceptionally(failure);
                }
            });
        }
        try {
            end.join();
        } finally {
            threads.shutdownNow(); // nobody waits for the others any more
        }
    }

    private void bringUp(PlatformPart part) {
        Instant from = Instant.now();
        try {
            boolean wasRunning = startUnlessRunning(part);
            part.process().awaitReady(READY);
            listener.ready(part, wasRunning, Duration.between(from, Instant.now()));
        } catch (PartFailedException e) {
            throw new Failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private boolean startUnlessRunning(PlatformPart part) throws PartFailedException, InterruptedException {
        if (part.process().state() != State.DOWN) {
            return true;
        }
        starting.readLock().lock();
        try {
            if (undone) {
                throw new CancellationException();
            }
            listener.starting(part);
            part.process().start();
            started.add(part);
            return false;
        } finally {
            starting.readLock().unlock();
        }
    }

    /** Stops, last first, what {@link #run()} started, and keeps it from starting more. May be called from any thread. */
    public void undo() throws InterruptedException {
        undone = true;
        starting.writeLock().lock();
        try {
            for (PlatformPart part : started.reversed()) {
                part.process().stop();
                listener.undone(part);
            }
            started.clear();
        } finally {
            starting.writeLock().unlock();
        }
    }

    /** Whether this start has anything to undo. */
    public boolean hasStartedSomething() {
        return !started.isEmpty();
    }

    /** Hears of progress; safe for use by several threads. */
    public interface Listener {

        /** {@code part} was down and is being started. */
        void starting(PlatformPart part);

        /** {@code part} is ready, after {@code time}. */
        void ready(PlatformPart part, boolean wasRunning, Duration time);

        /** {@code part} was stopped again. */
        void undone(PlatformPart part);
    }

    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final PartFailedException reason;

        Failure(PartFailedException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
