package io.ymera.manager.dispatch;

import io.ymera.manager.capability.CapabilityVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order queues get the slots of agents that they share: the one with the most urgent task first, among equals the
 * one that was served longest ago. Now and then the one whose task has waited longest, whatever its priority, so that none
 * starves. Thread-safe.
 */
final class Turns {

    private static final Comparator<Head> BY_AGE = Comparator.comparing(Head::waitingSince);

    private final int reserveOneIn;
    private final Map<CapabilityVersion, Long> servedAt = new HashMap<>();
    private final Comparator<Head> byUrgency = Comparator.comparingInt(Head::priority)
            .reversed()
            .thenComparing(head -> servedAt.getOrDefault(head.queue(), 0L))
            .thenComparing(BY_AGE);
    private long rounds;

    /** @param reserveOneIn of so many rounds one is by age; 0 for none */
    Turns(int reserveOneIn) {
        this.reserveOneIn = reserveOneIn;
    }

    /**
     * What is first in a queue.
     *
     * @param priority of its most urgent task, as a rank
     * @param waitingSince of its oldest one
     */
    record Head(CapabilityVersion queue, int priority, Instant waitingSince) {}

    /** Begins a round. */
    synchronized List<CapabilityVersion> order(List<Head> heads) {
        rounds++;
        boolean reserve = reserveOneIn > 0 && rounds % reserveOneIn == 0;
        return heads.stream()
                .sorted(reserve ? BY_AGE : byUrgency)
                .map(Head::queue)
                .toList();
    }

    /** In the round that has begun last, the queue got something. */
    synchronized void served(CapabilityVersion queue) {
        servedAt.put(queue, rounds);
    }
}
