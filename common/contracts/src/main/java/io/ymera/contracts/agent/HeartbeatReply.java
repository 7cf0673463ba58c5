package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * The manager's answer to a heartbeat.
 *
 * @param status always {@code heartbeat_received}
 * @param cancelled tasks among the heartbeat's of which nothing more is wanted from this agent: what still runs it stops
 *     and does not report, what has ended it forgets
 * @param waiting how many assignments of the agent's capabilities are with Kafka and nobody has started them; an agent with
 *     free slots that sees this for long has lost its connection to Kafka
 */
public record HeartbeatReply(String status, List<UUID> cancelled, int waiting) {
    public HeartbeatReply {
        requireNonNull(status, "status is required");
        cancelled = cancelled == null ? List.of() : List.copyOf(cancelled);
    }

    /** The answer to a heartbeat that was taken. */
    public static HeartbeatReply received(List<UUID> cancelled, int waiting) {
        return new HeartbeatReply("heartbeat_received", cancelled, waiting);
    }
}
