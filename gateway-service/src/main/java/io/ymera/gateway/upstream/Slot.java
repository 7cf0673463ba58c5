package io.ymera.gateway.upstream;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One of a limited number of connections. Thread-safe. */
final class Slot {

    private final AtomicInteger taken;
    private final AtomicBoolean givenBack = new AtomicBoolean();

    /** One of those that {@code taken} counts, which has been counted. */
    Slot(AtomicInteger taken) {
        this.taken = taken;
    }

    /** Gives it back; the second time does nothing. */
    void giveBack() {
        if (givenBack.compareAndSet(false, true)) {
            taken.decrementAndGet();
        }
    }

    boolean isGivenBack() {
        return givenBack.get();
    }
}
