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
     * @param waiting how many tasks wait in each queue
     * @param first which of the queues begins, 0 to one less than there are: a different one each time, so that none
     *     starves while there is room for one task only
     */
    static Map<CapabilityVersion, Integer> deal(
            List<CapabilityVersion> queues, Map<CapabilityVersion, Integer> waiting, int room, int first) {
        Map<CapabilityVersion, Integer> shares = new HashMap<>();
        int left = room;
        boolean anyMore = true;
        while (left > 0 && anyMore) {
            anyMore = false;
            for (int i = 0; i < queues.size() && left > 0; i++) {
                CapabilityVersion queue = queues.get((first + i) % queues.size());
                if (shares.getOrDefault(queue, 0) < waiting.getOrDefault(queue, 0)) {
                    shares.merge(queue, 1, Integer::sum);
                    left--;
                    anyMore = true;
                }
            }
        }
        return shares;
    }
}
