package io.ymera.gateway.limit;

import java.time.Duration;
import java.util.Arrays;

/**
 * The requests of one caller in the last window, in memory: what {@link WindowScript} does in Redis, on a clock that only goes forward.
 * Not thread-safe.
 */
final class Window {

    private static final int MOST_RUNS = WindowScript.SLICES + 1;

    /** Runs, oldest first: when the last request of each was admitted, and how many requests it has. */
    private long[] times = new long[2];

    private int[] counts = new int[2];
    private int runs;
    private int used;

    /**
     * Counts one more request, if there is room.
     *
     * @param now in nanoseconds, never before that of the call before
     */
    Verdict admit(Limit limit, long now) {
        long window = limit.window().toNanos();
        forget(now, window);
        boolean admitted = used < limit.requests();
        if (admitted) {
            count(now, Math.ceilDiv(window, WindowScript.SLICES));
        }
        Duration wait = Duration.ofNanos(times[0] + window - now);
        return admitted ? Verdict.counted(limit, limit.requests() - used, wait) : Verdict.refused(limit, wait);
    }

    private void forget(long now, long window) {
        int old = 0;
        while (old < runs && now - times[old] >= window) {
            used -= counts[old];
            old++;
        }
        if (old > 0) {
            runs -= old;
            System.arraycopy(times, old, times, 0, runs);
            System.arraycopy(counts, old, counts, 0, runs);
        }
    }

    private void count(long now, long slice) {
        boolean joins = runs > 0 && Math.floorDiv(times[runs - 1], slice) == Math.floorDiv(now, slice);
        if (!joins) {
            if (runs == times.length) {
                int capacity = Math.min(2 * runs, MOST_RUNS);
                times = Arrays.copyOf(times, capacity);
                counts = Arrays.copyOf(counts, capacity);
            }
            counts[runs] = 0;
            runs++;
        }
        times[runs - 1] = now;
        counts[runs - 1]++;
        used++;
    }
}
