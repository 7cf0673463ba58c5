package io.ymera.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps requests from a target that does not answer them, so that clients need not wait for it and it can recover.
 *
 * <pre>
 * CLOSED ── so many failures in a row ──▶ OPEN ── time is up, or found healthy ──▶ HALF_OPEN
 *    ▲                                     ▲                                          │
 *    └──────────── success ────────────────┼────────────── one request tries ─────────┘
 *                                          └── failure
 * </pre>
 *
 * <p>Thread-safe.
 */
final class CircuitBreaker {

    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final int threshold;
    private final Duration pause;
    private final InstantSource clock;
    private State state = State.CLOSED;
    private int failures;
    private Instant until = Instant.MIN;
    private boolean trying;

    /**
     * @param threshold failures in a row that open it, at least 1
     * @param pause how long it stays open
     */
    CircuitBreaker(int threshold, Duration pause, InstantSource clock) {
        this.threshold = threshold;
        this.pause = pause;
        this.clock = clock;
    }

    synchronized State state() {
        if (state == State.OPEN && !clock.instant().isBefore(until)) {
            state = State.HALF_OPEN;
            trying = false;
        }
        return state;
    }

    /** Whether a request may be sent now; it is to be told how that went. */
    synchronized boolean tryEnter() {
        return switch (state()) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> {
                boolean first = !trying;
                trying = true;
                yield first;
            }
        };
    }

    /** Whether {@link #tryEnter} would say yes. */
    synchronized boolean admits() {
        return switch (state()) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> !trying;
        };
    }

    /** An answer came. One that had been under way since before it opened says nothing new. */
    synchronized void succeeded() {
        if (state() != State.OPEN) {
            state = State.CLOSED;
            failures = 0;
        }
    }

    /** No answer came. */
    synchronized void failed() {
        failures++;
        if (state() == State.HALF_OPEN || state == State.CLOSED && failures >= threshold) {
            state = State.OPEN;
            until = clock.instant().plus(pause);
        }
    }

    /** The client did not wait for it. */
    synchronized void abandoned() {
        trying = false;
    }

    /** The target says that it is well: worth a try. */
    synchronized void foundHealthy() {
        if (state() == State.OPEN) {
            state = State.HALF_OPEN;
            trying = false;
        }
    }

    /** How long it will stay open; zero if it is not. */
    synchronized Duration rest() {
        return state() == State.OPEN ? Duration.between(clock.instant(), until) : Duration.ZERO;
    }
}
