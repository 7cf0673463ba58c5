package io.ymera.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.LongSupplier;

/**
 * What callers have asked of this process while Redis was away. Of more callers than {@link #MOST_CALLERS} those are forgotten that
 * come seldom; all together take 20 MB at most. Thread-safe.
 */
final class LocalWindows {

    static final int MOST_CALLERS = 10_000;

    private final Cache<String, Window> windows =
            Caffeine.newBuilder().maximumSize(MOST_CALLERS).build();
    private final LongSupplier nanos;
    private final LimitMetrics metrics;

    LocalWindows(LongSupplier nanos, LimitMetrics metrics) {
        this.nanos = nanos;
        this.metrics = metrics;
    }

    Verdict admit(Limit limit, String counted) {
        Verdict verdict = admit(limit, windows.get(counted, key -> new Window()));
        metrics.here(verdict);
        return verdict;
    }

    /** Holds the lock for less than a microsecond. */
    private Verdict admit(Limit limit, Window window) {
        synchronized (window) {
            return window.admit(limit, nanos.getAsLong());
        }
    }

    /** How many callers are known, when what is too much has been forgotten. */
    long size() {
        windows.cleanUp();
        return windows.estimatedSize();
    }
}
