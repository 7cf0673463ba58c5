package io.ymera.agent;

import io.micrometer.core.instrument.MeterRegistry;
import io.ymera.contracts.task.AttemptRef;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The attempts that this agent holds, no more than it has slots. Thread-safe. */
@Singleton
class Slots {

    /** Enough to recognise a record that Kafka delivers again, some seconds after its attempt has ended here. */
    private static final int REMEMBERED = 20_000;

    /** A heartbeat has room for twice as many. While the manager is away for long, the oldest are left to their fate. */
    private static final int UNCONFIRMED = 10_000;

    /** What became of the wish to take a slot. */
    enum Taking {
        TAKEN,
        /** All slots are in use. */
        FULL,
        /** The attempt is held already, has ended here, or was cancelled before it came. */
        KNOWN
    }

    private final int size;
    private int capacity;
    private final Map<AttemptRef, HeldAttempt> held = new LinkedHashMap<>();
    private final SequencedSet<AttemptRef> unconfirmed = new LinkedHashSet<>();
    private final Map<AttemptRef, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AttemptRef, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Slots(AgentSettings settings, MeterRegistry metrics) {
        this.size = settings.slots();
        this.capacity = size;
        metrics.gauge("ymera.agent.slots", this, Slots::capacity);
        metrics.gauge("ymera.agent.slots.in.use", this, Slots::inUse);
    }

    /** How many this agent has room for. */
    int size() {
        return size;
    }

    /** How many it may have in use: its size, or less if somebody wants it so. */
    synchronized int capacity() {
        return capacity;
    }

    /**
     * Takes no more than {@code most} from now on; what is held already stays.
     *
     * @param most from 1, or null for no limit
     */
    synchronized void limit(@Nullable Integer most) {
        capacity = most == null ? size : Math.min(size, most);
        notifyAll();
    }

    synchronized int inUse() {
        return held.size();
    }

    synchronized boolean isFull() {
        return held.size() >= capacity;
    }

    /** Takes a slot for an attempt, waiting for one if need be. */
    synchronized Taking take(HeldAttempt attempt, Duration patience) throws InterruptedException {
        boolean free = awaitFree(patience);
        if (held.containsKey(attempt.ref()) || ended.containsKey(attempt.ref())) {
            return Taking.KNOWN;
        }
        if (!free) {
            return Taking.FULL;
        }
        held.put(attempt.ref(), attempt);
        return Taking.TAKEN;
    }

    /**
     * Frees the slot of an attempt that has ended here. Its lease goes on until the manager knows of the end, unless nobody
     * wants to know.
     */
    synchronized void free(HeldAttempt attempt) {
        AttemptRef ref = attempt.ref();
        held.remove(ref);
        if (!attempt.isSuperseded()) {
            unconfirmed.add(ref);
            if (unconfirmed.size() > UNCONFIRMED) {
                unconfirmed.removeFirst();
            }
        }
        ended.put(ref, true);
        notifyAll();
    }

    /** Frees the slot of an attempt that was never begun; it may come again. */
    synchronized void giveBack(AttemptRef attempt) {
        held.remove(attempt);
        notifyAll();
    }

    /**
     * The attempts that the manager should take for alive: those that run, and those whose end it may not know yet. What
     * nobody wants is left out even while it has not stopped: a lease on it would keep others from doing the work.
     */
    synchronized List<AttemptRef> leased() {
        List<AttemptRef> leased = new ArrayList<>(held.size() + unconfirmed.size());
        held.forEach((ref, attempt) -> {
            if (!attempt.isSuperseded()) {
                leased.add(ref);
            }
        });
        leased.addAll(unconfirmed);
        return leased;
    }

    /** The manager wants nothing more of these attempts: those that run are stopped, those that have ended forgotten. */
    synchronized void drop(Collection<AttemptRef> superseded) {
        for (AttemptRef attempt : superseded) {
            unconfirmed.remove(attempt);
            HeldAttempt running = held.get(attempt);
            if (running != null) {
                running.stop(HeldAttempt.Stop.SUPERSEDED);
            }
        }
        notifyAll();
    }

    /**
     * Stops an attempt that nobody wants any more. One that has not come yet will not begin, one that has ended is left as
     * it is.
     */
    synchronized void cancel(AttemptRef attempt) {
        HeldAttempt running = held.get(attempt);
        if (running != null) {
            running.stop(HeldAttempt.Stop.SUPERSEDED);
        } else {
            ended.put(attempt, true);
        }
    }

    synchronized void stopAll(HeldAttempt.Stop reason) {
        held.values().forEach(attempt -> attempt.stop(reason));
    }

    /** Waits until a slot is free; false if none is by then. */
    boolean awaitFree(Duration longest) throws InterruptedException {
        return await(longest, () -> held.size() < capacity);
    }

    /** Waits until all slots are free; false if they are not by then. */
    boolean awaitIdle(Duration longest) throws InterruptedException {
        return await(longest, held::isEmpty);
    }

    /** Waits until the manager knows how all ended; false if it does not by then. */
    boolean awaitConfirmed(Duration longest) throws InterruptedException {
        return await(longest, unconfirmed::isEmpty);
    }

    private synchronized boolean await(Duration longest, BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!wanted.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            // Rounded up: wait(0) would wait for ever
            wait(left / 1_000_000 + 1);
        }
        return true;
    }
}
