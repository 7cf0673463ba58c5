package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import io.ymera.contracts.task.AttemptRef;
import java.util.List;

/**
 * An agent says that it is alive and what it holds; the body of {@code POST /agents/{id}/heartbeat}.
 *
 * @param status {@code online}, or {@code draining} when it takes no more
 * @param slots how many tasks it runs at once
 * @param inUse how many slots are taken, from 0
 * @param attempts the attempts that it holds, and those whose end it has reported and the manager has not confirmed; each
 *     is leased to it until a few heartbeats are missed; at most 20,000
 */
public record Heartbeat(String status, int slots, int inUse, List<AttemptRef> attempts) {
    private static final int MOST_ATTEMPTS = 20_000;

    public Heartbeat {
        requireNonNull(status, "status is required");
        if (!status.equals("online") && !status.equals("draining")) {
            throw new IllegalArgumentException("status is '%s': it must be online or draining".formatted(status));
        }
        AgentRegistration.requireSlots(slots);
        if (inUse < 0) {
            throw new IllegalArgumentException("in_use is %d: it must not be negative".formatted(inUse));
        }
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
        if (attempts.size() > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts must be at most %d".formatted(MOST_ATTEMPTS));
        }
    }
}
