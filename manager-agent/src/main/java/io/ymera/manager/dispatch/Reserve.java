package io.ymera.manager.dispatch;

import io.ymera.manager.capability.CapabilityVersion;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * So that nothing waits for ever behind what is more urgent: of so many tasks of a queue that are claimed, by whom ever, one
 * is the longest waiting. Each manager counts what it claims itself. Thread-safe.
 */
@Singleton
class Reserve {

    private final DispatchSettings settings;
    private final Map<CapabilityVersion, Long> claimed = new ConcurrentHashMap<>();

    Reserve(DispatchSettings settings) {
        this.settings = settings;
    }

    /** How many of the next {@code room} tasks of {@code queue} are to be the longest waiting, 0 to {@code room}. */
    int oldest(CapabilityVersion queue, int room) {
        int oneIn = settings.reserveOneIn();
        if (oneIn == 0) {
            return 0;
        }
        long before = claimed.getOrDefault(queue, 0L);
        return Math.toIntExact((before + room) / oneIn - before / oneIn);
    }

    /** So many tasks of {@code queue} were claimed, in whichever order. */
    void claimed(CapabilityVersion queue, int tasks) {
        claimed.merge(queue, (long) tasks, Long::sum);
    }
}
