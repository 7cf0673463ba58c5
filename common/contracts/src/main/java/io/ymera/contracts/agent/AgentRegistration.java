package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent process introduces itself; the body of {@code POST /agents}.
 *
 * @param name the deployment's name, shared by its replicas, for example {@code examination-agent}
 * @param slots how many tasks this process runs at once, from 1
 * @param capabilities the task types that it runs, each version at most once, 1 to 200
 * @param delivery how it gets its tasks; null counts as {@link Delivery#KAFKA}
 * @param instance an id that this process made up; registering again with the same one gives the same agent. Null for an
 *     agent that is a new one each time it registers
 */
public record AgentRegistration(
        String name,
        int slots,
        List<CapabilityDescriptor> capabilities,
        Delivery delivery,
        @Nullable UUID instance) {
    /** The most slots that a process may have. */
    public static final int MOST_SLOTS = 10_000;

    private static final int MOST_CAPABILITIES = 200;

    public AgentRegistration {
        requireNonNull(name, "name is required");
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("name must have 1 to 100 characters");
        }
        requireText("name", name);
        requireSlots(slots);
        capabilities = List.copyOf(requireNonNull(capabilities, "capabilities is required"));
        if (capabilities.isEmpty()) {
            throw new IllegalArgumentException("capabilities is empty: an agent that can do nothing gets no tasks");
        }
        if (capabilities.size() > MOST_CAPABILITIES) {
            throw new IllegalArgumentException("capabilities must be at most %d".formatted(MOST_CAPABILITIES));
        }
        Set<String> seen = new HashSet<>();
        for (CapabilityDescriptor capability : capabilities) {
            if (!seen.add(capability.name() + " in version " + capability.version())) {
                throw new IllegalArgumentException(
                        "capabilities has %s in version %d twice".formatted(capability.name(), capability.version()));
            }
        }
        delivery = delivery == null ? Delivery.KAFKA : delivery;
    }

    /** An agent that receives over Kafka and is a new one each time it registers. */
    public AgentRegistration(String name, int slots, List<CapabilityDescriptor> capabilities) {
        this(name, slots, capabilities, Delivery.KAFKA, null);
    }

    static void requireSlots(int slots) {
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException("slots is %d: it must be from 1 to %d".formatted(slots, MOST_SLOTS));
        }
    }

    /** PostgreSQL's text has no room for U+0000. */
    static void requireText(String member, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(member + " must not hold the character U+0000");
        }
    }
}
