package io.ymera.manager.callback;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off with full jitter, but never less than a second. */
record Backoff(Duration first, Duration most) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 30;

    /**
     * The pause after a failed attempt.
     *
     * @param attempt which one, from 1
     * @param asked the pause that the receiver asked for; taken into account up to {@link #most()}
     */
    Duration after(int attempt, Duration asked, RandomGenerator random) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        Duration longest = doubled.compareTo(most) < 0 ? doubled : most;
        Duration pause = Duration.ofMillis((long) (longest.toMillis() * random.nextDouble()));
        return max(LEAST, max(pause, asked.compareTo(most) < 0 ? asked : most));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
