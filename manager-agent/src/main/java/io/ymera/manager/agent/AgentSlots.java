package io.ymera.manager.agent;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.manager.capability.CapabilityVersion;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What an agent has room for.
 *
 * @param slots how many tasks it runs at once, of all its capabilities together
 */
public record AgentSlots(UUID agentId, int slots, List<CapabilityVersion> capabilities) {

    public AgentSlots {
        capabilities = List.copyOf(capabilities);
    }

    static AgentSlots from(Row row) {
        return new AgentSlots(row.getUUID("id"), row.getInteger("slots"), capabilities(row));
    }

    /** Reads the two arrays, which are as long as each other. */
    static List<CapabilityVersion> capabilities(Row row) {
        String[] names = row.getArrayOfStrings("capabilities");
        Integer[] versions = row.getArrayOfIntegers("capability_versions");
        return IntStream.range(0, names.length)
                .mapToObj(i -> new CapabilityVersion(names[i], versions[i]))
                .toList();
    }
}
