package io.ymera.sandbox;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks at running programs again and again: at the processes of all of them on one thread, at their files on another, so
 * that a long look into a workspace delays no look at memory. The longer a look takes the later comes the next: all of
 * them together take a small part of a processor. The threads end when nothing is left to look at.
 */
final class Watcher {

    /** A look takes at most a twentieth of the time. */
    private static final int SHARE = 20;

    private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long MOST = TimeUnit.SECONDS.toNanos(3);

    private final ScheduledThreadPoolExecutor processes = thread("processes");
    private final ScheduledThreadPoolExecutor files = thread("files");

    /** Looks as long as {@code look} returns true. */
    void processes(BooleanSupplier look) {
        again(processes, look, LEAST / 2);
    }

    /** Looks as long as {@code look} returns true. */
    void files(BooleanSupplier look) {
        again(files, look, LEAST);
    }

    private static void again(ScheduledThreadPoolExecutor thread, BooleanSupplier look, long delay) {
        thread.schedule(
                () -> {
                    long start = System.nanoTime();
                    if (look.getAsBoolean()) {
                        again(thread, look, Math.clamp((System.nanoTime() - start) * SHARE, LEAST, MOST));
                    }
                },
                delay,
                TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("sandbox-" + name).factory());
        thread.setKeepAliveTime(2, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }
}
