package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The manager's answer to a heartbeat.
 *
 * @param status always {@code heartbeat_received}
 * @param cancelled tasks among the heartbeat's of which nothing more is wanted from this agent: what still runs it stops
 *     and does not report, what has ended it forgets
 * @param waiting how many assignments of the agent's capabilities are with Kafka and nobody has started them; an agent with
 *     free slots that sees this for long has lost its connection to Kafka
 * @param drain whether somebody wants this agent to take no more: it finishes what it has and says {@code draining} until
 *     an answer says false
 */
public record HeartbeatReply(String status, List<UUID> cancelled, int waiting, boolean drain) {
    public HeartbeatReply {
        requireNonNull(status, "status is required");
        cancelled = cancelled == null ? List.of() : List.copyOf(cancelled);
    }

    /** The answer to a heartbeat that was taken. */
    public static HeartbeatReply received(List<UUID> cancelled, int waiting, boolean drain) {
        return new HeartbeatReply("heartbeat_received", cancelled, waiting, drain);
    }

    /** Reads JSON; a manager that does not know of {@code drain} yet leaves it out. */
    @JsonCreator
    static HeartbeatReply read(
            @JsonProperty("status") String status,
            @JsonProperty("cancelled") List<UUID> cancelled,
            @JsonProperty("waiting") int waiting,
            @JsonProperty("drain") @Nullable Boolean drain) {
        return new HeartbeatReply(status, cancelled, waiting, drain != null && drain);
    }
}
