package io.ymera.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Looks at one running program again and again: at its processes on one thread, at its files on another. No program can make
 * a look at another one wait, and a long look into a workspace delays no look at memory. The longer a look takes the later
 * comes the next: each kind takes a small part of a processor.
 */
final class Watcher implements AutoCloseable {

    /** A look takes at most a twentieth of the time. */
    private static final int SHARE = 20;

    private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long MOST = TimeUnit.SECONDS.toNanos(3);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    /** Looks as long as {@code look} returns true. */
    void processes(BooleanSupplier look) {
        start("processes", look, LEAST / 2);
    }

    /** Looks as long as {@code look} returns true. */
    void files(BooleanSupplier look) {
        start("files", look, LEAST);
    }

    /** Ends the looks; one that is under way does no harm. */
    @Override
    public void close() {
        over = true;
        threads.forEach(LockSupport::unpark);
    }

    private void start(String name, BooleanSupplier look, long delay) {
        Thread thread = Thread.ofPlatform().daemon().name("sandbox-" + name).unstarted(() -> repeat(look, delay));
        threads.add(thread);
        thread.start();
    }

    private void repeat(BooleanSupplier look, long delay) {
        long pause = delay;
        while (true) {
            if (!over) {
                LockSupport.parkNanos(this, pause);
            }
            long start = System.nanoTime();
            if (over || !look.getAsBoolean()) {
                return;
            }
            pause = Math.clamp((System.nanoTime() - start) * SHARE, LEAST, MOST);
        }
    }
}
