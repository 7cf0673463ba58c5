package io.ymera.gateway.limit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How many requests of a class each caller may make in any span of time that is as long as the window.
 *
 * @param name of the class of requests, as clients see it, for example {@code default}; no two limits have the same
 * @param requests at least one, at most a million
 * @param window at least a millisecond, at most a day
 */
public record Limit(String name, int requests, Duration window) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
    private static final int MOST_REQUESTS = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public Limit {
        requireNonNull(name, "name is required");
        requireNonNull(window, "window is required");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A limit can't be called \"%s\": use lower case letters, digits, _ and -".formatted(name));
        }
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException(
                    "Limit %s can't be %d requests: from 1 to %d".formatted(name, requests, MOST_REQUESTS));
        }
        if (!isWindow(window)) {
            throw new IllegalArgumentException(
                    "Limit %s can't have a window of %s: from %s to %s".formatted(name, window, SHORTEST, LONGEST));
        }
    }

    static boolean isWindow(Duration window) {
        return window.compareTo(SHORTEST) >= 0 && window.compareTo(LONGEST) <= 0;
    }

    long windowMicros() {
        return window.toNanos() / 1_000;
    }
}
