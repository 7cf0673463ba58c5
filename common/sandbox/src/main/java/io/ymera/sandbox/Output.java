package io.ymera.sandbox;

import io.ymera.sandbox.Exit.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of a program's streams to its end, on a thread of its own, and hands on what is within the budget that it
 * shares with the other stream.
 */
final class Output {

    private static final int BUFFER = 16 * 1024;
    private static final int TROUBLE = 4 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration MUCH_PATIENCE = Duration.ofSeconds(30);

    private final InputStream stream;
    private final Consumer<byte[]> listener;
    private final AtomicLong budget;
    private final CompletableFuture<Ended> ended;
    private final ByteArrayOutputStream beforeReady = new ByteArrayOutputStream();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Thread reader;
    private volatile boolean overLimit;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean listening = true;

    /**
     * @param waitForReady whether the stream begins with the set-up's messages, up to {@link Confinement#READY}
     */
    Output(
            String name,
            InputStream stream,
            Consumer<byte[]> listener,
            AtomicLong budget,
            CompletableFuture<Ended> ended,
            boolean waitForReady) {
        this.stream = stream;
        this.listener = listener;
        this.budget = budget;
        this.ended = ended;
        if (!waitForReady) {
            ready.complete(true);
        }
        this.reader = Thread.ofPlatform().daemon().name("sandbox-" + name).unstarted(this::read);
    }

    void start() {
        reader.start();
    }

    boolean ready() {
        return ready.getNow(false);
    }

    /** Waits until the set-up is done; false if the stream ended before. */
    boolean awaitReady() {
        return ready.join();
    }

    /** What the listener threw. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    boolean overLimit() {
        return overLimit;
    }

    String beforeReady() {
        return beforeReady.toString(StandardCharsets.UTF_8).strip();
    }

    /**
     * Waits for the end of the stream, interrupted or not, but not for ever: something else may hold it open.
     *
     * @param comes whether it should come, once the listener has taken all; an unconfined program's escaped child holds it
     *     open as long as it likes, and is hardly waited for
     */
    void finish(boolean comes) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + (comes ? MUCH_PATIENCE : PATIENCE).toNanos();
        while (reader.isAlive() && System.nanoTime() < deadline) {
            try {
                reader.join(PATIENCE);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        listening = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        try (stream) {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                int from = ready.isDone() ? 0 : untilReady(buffer, length);
                if (from < length) {
                    handOn(Arrays.copyOfRange(buffer, from, length));
                }
            }
        } catch (IOException e) {
            // The process is gone and its end of the pipe with it: the same as the end of the stream
        } catch (RuntimeException e) {
            failure = e;
            ended.completeExceptionally(e);
        } finally {
            ready.complete(false);
        }
    }

    private int untilReady(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == Confinement.READY) {
                ready.complete(true);
                return i + 1;
            }
        }
        beforeReady.write(buffer, 0, Math.min(length, TROUBLE - Math.min(TROUBLE, beforeReady.size())));
        return length;
    }

    private void handOn(byte[] bytes) {
        long left = budget.getAndAdd(-bytes.length);
        if (left < bytes.length) {
            overLimit = true;
            ended.complete(Ended.OUTPUT);
        }
        int within = (int) Math.clamp(left, 0, bytes.length);
        if (within > 0 && listening) {
            listener.accept(within == bytes.length ? bytes : Arrays.copyOf(bytes, within));
        }
    }
}
