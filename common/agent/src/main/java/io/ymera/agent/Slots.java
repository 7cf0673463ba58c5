package io.ymera.agent;

import io.ymera.contracts.task.AttemptRef;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The attempts that this agent holds, no more than it has slots. Thread-safe. */
@Singleton
class Slots {

    /** Enough to recognise a record that Kafka delivers again after its attempt has ended here. */
    private static final int REMEMBERED = 1_000;

    private final int size;
    private final Map<AttemptRef, HeldAttempt> held = new LinkedHashMap<>();
    private final Set<AttemptRef> unconfirmed = new LinkedHashSet<>();
    private final Map<AttemptRef, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AttemptRef, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Slots(AgentSettings settings) {
        this.size = settings.slots();
    }

    int size() {
        return size;
    }

    synchronized int inUse() {
        return held.size();
    }

    /** Takes a slot; false if none is free. */
    synchronized boolean take(HeldAttempt attempt) {
        if (held.size() >= size) {
            return false;
        }
        held.put(attempt.ref(), attempt);
        return true;
    }

    /** Frees the slot of an attempt that has ended here. Its lease goes on until the manager knows of the end. */
    synchronized void free(AttemptRef attempt) {
        held.remove(attempt);
        unconfirmed.add(attempt);
        ended.put(attempt, true);
        notifyAll();
    }

    /** Frees the slot of an attempt that was never begun; it may come again. */
    synchronized void giveBack(AttemptRef attempt) {
        held.remove(attempt);
        notifyAll();
    }

    /** Whether the attempt is held or has ended here, so that its record needs no second look. */
    synchronized boolean knows(AttemptRef attempt) {
        return held.containsKey(attempt) || ended.containsKey(attempt);
    }

    /** The attempts that the manager should take for alive: those that run, and those whose end it may not know yet. */
    synchronized List<AttemptRef> leased() {
        List<AttemptRef> leased = new ArrayList<>(held.keySet());
        leased.addAll(unconfirmed);
        return leased;
    }

    /** The manager says that it wants nothing more of these tasks, because they ended or went elsewhere. */
    synchronized void drop(Collection<UUID> tasks) {
        unconfirmed.removeIf(attempt -> tasks.contains(attempt.taskId()));
        held.values().stream()
                .filter(attempt -> tasks.contains(attempt.taskId()))
                .forEach(attempt -> attempt.stop(HeldAttempt.Stop.SUPERSEDED));
    }

    synchronized void stopAll(HeldAttempt.Stop reason) {
        held.values().forEach(attempt -> attempt.stop(reason));
    }

    /** Waits until a slot is free; false if none is by then. */
    boolean awaitFree(Duration longest) throws InterruptedException {
        return await(longest, size - 1);
    }

    /** Waits until all slots are free; false if they are not by then. */
    boolean awaitIdle(Duration longest) throws InterruptedException {
        return await(longest, 0);
    }

    private synchronized boolean await(Duration longest, int atMost) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (held.size() > atMost) {
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
