package io.ymera.contracts.agent;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ymera.contracts.task.AttemptRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The manager's answer to a heartbeat.
 *
 * @param status always {@code heartbeat_received}
 * @param cancelled tasks among the heartbeat's of which nothing more is wanted from this agent at all, in no attempt: for
 *     agents that hold one attempt at a task at most, and know it by its task
 * @param superseded the attempts among the heartbeat's of which nothing more is wanted: what still runs is stopped and not
 *     reported, what has ended is forgotten. A later attempt at the same task may well be wanted
 * @param waiting how many assignments of the agent's capabilities are with Kafka and nobody has started them; an agent with
 *     free slots that sees this for long has lost its connection to Kafka
 * @param drain whether somebody wants this agent to take no more: it finishes what it has and says {@code draining} until
 *     an answer says false
 * @param slotsLimit the most tasks that somebody lets it run at once, from 1, whatever it has room for: it finishes what it
 *     has and takes no more than that. Null for no limit
 */
public record HeartbeatReply(
        String status,
        List<UUID> cancelled,
        List<AttemptRef> superseded,
        int waiting,
        boolean drain,
        @Nullable Integer slotsLimit) {
    public HeartbeatReply {
        requireNonNull(status, "status is required");
        cancelled = cancelled == null ? List.of() : List.copyOf(cancelled);
        superseded = superseded == null ? List.of() : List.copyOf(superseded);
        if (slotsLimit != null && slotsLimit < 1) {
            throw new IllegalArgumentException("slots_limit is %d: it must be positive".formatted(slotsLimit));
        }
    }

    /** The answer to a heartbeat that was taken. */
    public static HeartbeatReply received(
            List<UUID> cancelled,
            List<AttemptRef> superseded,
            int waiting,
            boolean drain,
            @Nullable Integer slotsLimit) {
        return new HeartbeatReply("heartbeat_received", cancelled, superseded, waiting, drain, slotsLimit);
    }

    /** Reads JSON; a manager that does not know of {@code drain} yet leaves it out. */
    @JsonCreator
    static HeartbeatReply read(
            @JsonProperty("status") String status,
            @JsonProperty("cancelled") List<UUID> cancelled,
            @JsonProperty("superseded") List<AttemptRef> superseded,
            @JsonProperty("waiting") int waiting,
            @JsonProperty("drain") @Nullable Boolean drain,
            @JsonProperty("slots_limit") @Nullable Integer slotsLimit) {
        return new HeartbeatReply(status, cancelled, superseded, waiting, drain != null && drain, slotsLimit);
    }
}
