package io.ymera.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests from a target that does not answer them, so that clients need not wait for it and it can recover.
 *
 * <pre>
 * CLOSED ── so many failures in a row ──▶ OPEN ── time is up ──▶ HALF_OPEN
 *    ▲ ▲                                  │ ▲                         │
 *    │ └────────── found healthy ─────────┘ └── failure ── one request tries
 *    └───────────────────────── success ──────────────────────────────┘
 * </pre>
 *
 * <p>A target at which nothing listens is tried again soon, since it costs nobody time, and is back as soon as a connection is made.
 * Whoever is back is on probation: one more failure opens the circuit again.
 *
 * <p>What becomes of a request says something about the state in which it was let in, and nothing about later ones. Thread-safe.
 */
final class CircuitBreaker {

    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /** Between attempts at a target at which nothing listens. */
    private static final Duration REFUSED_PAUSE = Duration.ofMillis(200);

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
    private boolean wasRefused;

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
        failed(pass, pause);
    }

    /** Nothing listens there. */
    synchronized void refused(Pass pass) {
        failed(pass, pause.compareTo(REFUSED_PAUSE) < 0 ? pause : REFUSED_PAUSE);
    }

    private void failed(Pass pass, Duration leftAlone) {
        if (isCurrent(pass) && (state == State.HALF_OPEN || ++failures >= threshold)) {
            go(State.OPEN);
            until = clock.instant().plus(leftAlone);
            wasRefused = leftAlone != pause;
        }
    }

    /** There is a connection, which is all that was missing if there had been none. The pass with which the request goes on. */
    synchronized Pass connected(Pass pass) {
        if (isCurrent(pass) && state == State.HALF_OPEN && wasRefused) {
            back();
            return current;
        }
        return pass;
    }

    /** The client did not wait for it, or it could not be sent for another reason than the target. */
    synchronized void abandoned(Pass pass) {
        if (isCurrent(pass)) {
            trying = false;
        }
    }

    /** The target says that it is well. */
    synchronized void foundHealthy() {
        if (state() != State.CLOSED) {
            back();
        }
    }

    private void back() {
        go(State.CLOSED);
        failures = threshold - 1;
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
