package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * The manager's answer to a heartbeat.
 *
 * @param status always {@code heartbeat_received}
 * @param cancelled tasks of which the agent holds an attempt that is no longer wanted; it stops them and reports nothing
 */
public record HeartbeatReply(String status, List<UUID> cancelled) {
    public HeartbeatReply {
        requireNonNull(status, "status is required");
        cancelled = cancelled == null ? List.of() : List.copyOf(cancelled);
    }

    /** The answer that names the tasks to stop. */
    public static HeartbeatReply received(List<UUID> cancelled) {
        return new HeartbeatReply("heartbeat_received", cancelled);
    }
}
