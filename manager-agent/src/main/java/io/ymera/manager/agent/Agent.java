package io.ymera.manager.agent;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.manager.capability.CapabilityVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One agent process on the roster.
 *
 * @param name its deployment's name, shared by replicas
 * @param slots how many tasks it runs at once
 * @param statusAt when its status last changed
 */
record Agent(
        UUID agentId,
        String name,
        AgentStatus status,
        int slots,
        List<CapabilityVersion> capabilities,
        Instant registeredAt,
        Instant statusAt) {

    static final String COLUMNS = "id, name, status, slots, capabilities, capability_versions, registered_at, status_at";

    static Agent from(Row row) {
        return new Agent(
                row.getUUID("id"),
                row.getString("name"),
                AgentStatus.of(row.getString("status")),
                row.getInteger("slots"),
                AgentSlots.capabilities(row),
                row.getOffsetDateTime("registered_at").toInstant(),
                row.getOffsetDateTime("status_at").toInstant());
    }
}
