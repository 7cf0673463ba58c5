package io.ymera.manager.external;

import io.ymera.manager.capability.CapabilityVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the room that an agent has is shared by the queues that it serves. Pure. */
final class Shares {

    private Shares() {}

    /**
     * Deals {@code room} out, one by one and round after round, to those queues in which something is waiting.
     *
     * @param queues in the order in which they have their turn
     * @param waiting how many tasks wait in each queue
     */
    static Map<CapabilityVersion, Integer> deal(
            List<CapabilityVersion> queues, Map<CapabilityVersion, Integer> waiting, int room) {
        Map<CapabilityVersion, Integer> shares = new HashMap<>();
        int left = room;
        boolean anyMore = true;
        while (left > 0 && anyMore) {
            anyMore = false;
            for (CapabilityVersion queue : queues) {
                if (left > 0 && shares.getOrDefault(queue, 0) < waiting.getOrDefault(queue, 0)) {
                    shares.merge(queue, 1, Integer::sum);
                    left--;
                    anyMore = true;
                }
            }
        }
        return shares;
    }
}
