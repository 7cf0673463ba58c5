package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An agent process introduces itself; the body of {@code POST /agents}.
 *
 * @param name the deployment's name, shared by its replicas, for example {@code examination-agent}
 * @param slots how many tasks this process runs at once, from 1
 * @param capabilities the task types that it runs, at least one
 */
public record AgentRegistration(String name, int slots, List<CapabilityDescriptor> capabilities) {
    private static final int MOST_SLOTS = 10_000;

    public AgentRegistration {
        requireNonNull(name, "name is required");
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("name must have 1 to 100 characters");
        }
        requireSlots(slots);
        capabilities = List.copyOf(requireNonNull(capabilities, "capabilities is required"));
        if (capabilities.isEmpty()) {
            throw new IllegalArgumentException("capabilities is empty: an agent that can do nothing gets no tasks");
        }
    }

    static void requireSlots(int slots) {
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException("slots is %d: it must be from 1 to %d".formatted(slots, MOST_SLOTS));
        }
    }
}
