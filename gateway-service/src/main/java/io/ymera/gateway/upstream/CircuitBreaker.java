package io.ymera.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

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
 * <p>What becomes of a request says something about the state in which it was let in, and nothing about later ones. Thread-safe.
 */
final class CircuitBreaker {

    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /** Leave to send one request in the present state. Its identity is all there is to it. */
    static final class Pass {
        private Pass() {}
    }

    private final int threshold;
    private final Duration pause;
    private final InstantSource clock;
    private State state = State.CLOSED;
    private Pass current = new Pass();
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
            go(State.HALF_OPEN);
        }
        return state;
    }

    /** Lets a request go there; it is to be told once, with the pass, how that went. Null if none may go now. */
    synchronized @Nullable Pass tryEnter() {
        if (!admits()) {
            return null;
        }
        trying = state == State.HALF_OPEN;
        return current;
    }

    /** Whether {@link #tryEnter} would say yes. */
    synchronized boolean admits() {
        return switch (state()) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> !trying;
        };
    }

    /** An answer came. */
    synchronized void succeeded(Pass pass) {
        if (isCurrent(pass)) {
            failures = 0;
            if (state == State.HALF_OPEN) {
                go(State.CLOSED);
            }
        }
    }

    /** No answer came. */
    synchronized void failed(Pass pass) {
        if (isCurrent(pass) && (state == State.HALF_OPEN || ++failures >= threshold)) {
            go(State.OPEN);
            until = clock.instant().plus(pause);
        }
    }

    /** The client did not wait for it, or it could not be sent for another reason than the target. */
    synchronized void abandoned(Pass pass) {
        if (isCurrent(pass)) {
            trying = false;
        }
    }

    /** The target says that it is well: worth a try. */
    synchronized void foundHealthy() {
        if (state() == State.OPEN) {
            go(State.HALF_OPEN);
        }
    }

    /** How long it will stay open; zero if it is not. */
    synchronized Duration rest() {
        return state() == State.OPEN ? Duration.between(clock.instant(), until) : Duration.ZERO;
    }

    private boolean isCurrent(Pass pass) {
        state();
        return pass == current;
    }

    private void go(State next) {
        state = next;
        current = new Pass();
        failures = 0;
        trying = false;
    }
}
