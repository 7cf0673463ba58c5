package io.ymera.manager.agent;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.agent.Delivery;
import io.ymera.manager.capability.CapabilityVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One agent process on the roster.
 *
 * @param name its deployment's name, shared by replicas
 * @param owner the subject of the token that it registered with
 * @param drain whether somebody wants it to take no more
 * @param slots how many tasks it runs at once
 * @param inUse how many of these are taken, as of its last heartbeat; null if it has gone silent or nobody knows
 * @param statusAt when its status last changed
 */
record Agent(
        UUID agentId,
        String name,
        String owner,
        Delivery delivery,
        AgentStatus status,
        boolean drain,
        int slots,
        @Nullable Integer inUse,
        List<CapabilityVersion> capabilities,
        Instant registeredAt,
        Instant statusAt) {

    static final String COLUMNS = """
            id, name, owner, delivery, status, drain, slots, capabilities, capability_versions, registered_at, status_at\
            """;

    static Agent from(Row row) {
        return new Agent(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("owner"),
                Delivery.of(row.getString("delivery")),
                AgentStatus.of(row.getString("status")),
                row.getBoolean("drain"),
                row.getInteger("slots"),
                null,
                AgentSlots.capabilities(row),
                row.getOffsetDateTime("registered_at").toInstant(),
                row.getOffsetDateTime("status_at").toInstant());
    }

    Agent withInUse(@Nullable Integer slotsInUse) {
        return new Agent(
                agentId, name, owner, delivery, status, drain, slots, slotsInUse, capabilities, registeredAt, statusAt);
    }
}
