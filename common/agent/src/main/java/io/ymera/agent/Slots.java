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
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

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
        metrics.gauge("ymera.agent.slots", this, Slots::size);
        metrics.gauge("ymera.agent.slots.in.use", this, Slots::inUse);
    }

    int size() {
        return size;
    }

    synchronized int inUse() {
        return held.size();
    }

    synchronized boolean isFull() {
        return held.size() >= size;
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

    /** Frees the slot of an attempt that has ended here. Its lease goes on until the manager knows of the end. */
    synchronized void free(AttemptRef attempt) {
        held.remove(attempt);
        unconfirmed.add(attempt);
        if (unconfirmed.size() > UNCONFIRMED) {
            unconfirmed.removeFirst();
        }
        ended.put(attempt, true);
        notifyAll();
    }

    /** Frees the slot of an attempt that was never begun; it may come again. */
    synchronized void giveBack(AttemptRef attempt) {
        held.remove(attempt);
        notifyAll();
    }

    /** The attempts that the manager should take for alive: those that run, and those whose end it may not know yet. */
    synchronized List<AttemptRef> leased() {
        List<AttemptRef> leased = new ArrayList<>(held.keySet());
        leased.addAll(unconfirmed);
        return leased;
    }

    /** The manager says that it wants nothing more of these tasks, because they ended or went elsewhere. */
    synchronized void drop(Collection<UUID> tasks) {
        Set<UUID> dropped = Set.copyOf(tasks);
        unconfirmed.removeIf(attempt -> dropped.contains(attempt.taskId()));
        held.values().stream()
                .filter(attempt -> dropped.contains(attempt.taskId()))
                .forEach(attempt -> attempt.stop(HeldAttempt.Stop.SUPERSEDED));
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
        return await(longest, () -> held.size() < size);
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
