package io.ymera.manager.dispatch;

import io.ymera.manager.capability.CapabilityVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Room that is promised to tasks which are on their way into the database. Thread-safe. */
final class Reservations {

    private final Map<CapabilityVersion, Long> made = new ConcurrentHashMap<>();
    private final Map<CapabilityVersion, Long> settled = new ConcurrentHashMap<>();

    void add(CapabilityVersion queue) {
        made.merge(queue, 1L, Long::sum);
    }

    /** The task is in the database, or will never be. */
    void remove(CapabilityVersion queue) {
        settled.merge(queue, 1L, Long::sum);
    }

    /** How many were settled so far, to be asked before a look into the database. */
    Map<CapabilityVersion, Long> settled() {
        return Map.copyOf(settled);
    }

    /**
     * What a look into the database may have missed: a task that got there during the look counts, though it may have been
     * seen; none is ever left out.
     *
     * @param settledBefore as of before the look
     */
    Map<CapabilityVersion, Integer> missedSince(Map<CapabilityVersion, Long> settledBefore) {
        Map<CapabilityVersion, Integer> missed = new HashMap<>();
        made.forEach((queue, count) -> {
            int open = Math.toIntExact(count - settledBefore.getOrDefault(queue, 0L));
            if (open > 0) {
                missed.put(queue, open);
            }
        });
        return missed;
    }
}
