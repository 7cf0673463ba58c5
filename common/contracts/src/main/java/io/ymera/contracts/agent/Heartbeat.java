package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import io.ymera.contracts.task.AttemptRef;
import java.util.List;

/**
 * An agent says that it is alive and what it holds; the body of {@code POST /agents/{id}/heartbeat}.
 *
 * @param status {@code online}, or {@code draining} when it takes no more
 * @param slots how many tasks it runs at once
 * @param inUse how many slots are taken
 * @param attempts the attempts that it holds, and those whose end it has reported and the manager has not confirmed; each
 *     is leased to it until a few heartbeats are missed
 */
public record Heartbeat(String status, int slots, int inUse, List<AttemptRef> attempts) {
    public Heartbeat {
        requireNonNull(status, "status is required");
        if (!status.equals("online") && !status.equals("draining")) {
            throw new IllegalArgumentException("status is '%s': it must be online or draining".formatted(status));
        }
        AgentRegistration.requireSlots(slots);
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }
}
