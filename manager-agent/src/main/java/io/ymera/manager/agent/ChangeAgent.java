package io.ymera.manager.agent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of an agent; the body of {@code PATCH /agents/{id}}.
 *
 * @param status {@code draining}: it is to take no more; {@code online}: it may again, and does from its next heartbeat on;
 *     null for no change
 * @param slots it is to run no more tasks than this at once, whatever it has room for; null for no change
 */
record ChangeAgent(
        @Nullable AgentStatus status,
        @Min(1) @Max(10_000) @Nullable Integer slots) {

    ChangeAgent {
        if (status == AgentStatus.OFFLINE) {
            throw new IllegalArgumentException("status is 'offline': it must be online or draining");
        }
        if (status == null && slots == null) {
            throw new IllegalArgumentException("must hold status, slots or both");
        }
    }

    /** Whether it is to be drained; null for no change. */
    @Nullable
    Boolean drain() {
        return status == null ? null : status == AgentStatus.DRAINING;
    }
}
