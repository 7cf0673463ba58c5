package io.ymera.manager.agent;

import io.ymera.manager.capability.CapabilityVersion;
import java.util.List;
import java.util.UUID;

/**
 * An agent that asks for leases.
 *
 * @param slots how many tasks it runs at once
 * @param status only one that is online gets more
 */
public record HttpAgent(UUID agentId, int slots, AgentStatus status, List<CapabilityVersion> capabilities) {

    public HttpAgent {
        capabilities = List.copyOf(capabilities);
    }
}
