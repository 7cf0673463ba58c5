package io.ymera.manager.dispatch;

import io.ymera.manager.capability.CapabilityVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Room that is promised to tasks which are on their way into the database. Thread-safe. */
final class Reservations {

    private final Map<CapabilityVersion, Integer> count = new ConcurrentHashMap<>();

    void add(CapabilityVersion queue) {
        count.merge(queue, 1, Integer::sum);
    }

    void remove(CapabilityVersion queue) {
        count.computeIfPresent(queue, (name, before) -> before > 1 ? before - 1 : null);
    }

    Map<CapabilityVersion, Integer> snapshot() {
        return Map.copyOf(count);
    }
}
