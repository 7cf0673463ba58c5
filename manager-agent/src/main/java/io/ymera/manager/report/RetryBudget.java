package io.ymera.manager.report;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;

/**
 * How often a task is tried, and with which pauses: exponential back-off with full jitter (Brooker 2015).
 *
 * @param attempts at most, from 1
 * @param firstPause the longest before the second attempt; it doubles from attempt to attempt
 * @param maxPause the longest before any
 */
record RetryBudget(int attempts, Duration firstPause, Duration maxPause) {

    static final String COLUMNS = "max_attempts, first_pause_ms, max_pause_ms";

    /** Reads {@link #COLUMNS}. */
    static RetryBudget from(Row row) {
        return new RetryBudget(
                row.getShort("max_attempts"),
                Duration.ofMillis(row.getLong("first_pause_ms")),
                Duration.ofMillis(row.getLong("max_pause_ms")));
    }

    boolean isSpent(int failedAttempts) {
        return failedAttempts >= attempts;
    }

    /**
     * @param failedAttempts from 1
     * @param jitter from 0 to 1
     */
    Duration pause(int failedAttempts, double jitter) {
        double longest = Math.min(maxPause.toMillis(), firstPause.toMillis() * Math.pow(2, failedAttempts - 1.0));
        return Duration.ofMillis((long) (jitter * longest));
    }
}
