package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The manager's answer to a registration.
 *
 * @param agentId the id under which this process heartbeats and reports
 * @param status the agent's status, {@code online}
 * @param heartbeatIntervalMillis how often to heartbeat, in milliseconds; leases last a few intervals
 */
public record AgentRegistered(UUID agentId, String status, long heartbeatIntervalMillis) {
    public AgentRegistered {
        requireNonNull(agentId, "agent_id is required");
        requireNonNull(status, "status is required");
    }
}
