package io.ymera.contracts.task;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent reports about an attempt that it holds.
 *
 * @param attempt the attempt; the manager ignores the event unless this is the task's current one
 * @param agentId the agent that reports
 * @param sequence counts the reports of this attempt by this agent, from 1
 * @param at when it happened, by the agent's clock
 * @param report what happened
 */
public record TaskEvent(AttemptRef attempt, UUID agentId, long sequence, Instant at, Report report) {
    public TaskEvent {
        requireNonNull(attempt, "attempt is required");
        requireNonNull(agentId, "agent_id is required");
        requireNonNull(at, "at is required");
        requireNonNull(report, "report is required");
    }

    /** What happened to the attempt; {@code type} tells the kinds apart in JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Started.class, name = "started"),
        @JsonSubTypes.Type(value = Progress.class, name = "progress"),
        @JsonSubTypes.Type(value = Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Released.class, name = "released")
    })
    public sealed interface Report {}

    /** The handler is about to run. */
    public record Started() implements Report {}

    /**
     * The handler got on.
     *
     * @param fraction how much is done, 0 to 1
     * @param message what is being done, for a person
     */
    public record Progress(double fraction, String message) implements Report {
        public Progress {
            requireNonNull(message, "message is required");
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("fraction is %s: it must be from 0 to 1".formatted(fraction));
            }
        }
    }

    /**
     * The handler returned.
     *
     * @param result what it returned; null if it is {@code stored}
     * @param stored whether the result was too large for a report and was handed to the manager before, with {@code PUT
     *     /tasks/{id}/attempts/{n}/result}
     */
    public record Completed(
            @Nullable JsonNode result,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean stored) implements Report {
        public Completed {
            if ((result == null) != stored) {
                throw new IllegalArgumentException("either result or stored is required");
            }
        }

        public Completed(JsonNode result) {
            this(requireNonNull(result, "result is required"), false);
        }

        /** The result was handed to the manager before. */
        public static Completed withStoredResult() {
            return new Completed(null, true);
        }

        /** Reads JSON, in which a missing {@code stored} counts as false. */
        @JsonCreator
        static Completed read(
                @JsonProperty("result") @Nullable JsonNode result, @JsonProperty("stored") @Nullable Boolean stored) {
            return new Completed(result, stored != null && stored);
        }
    }

    /**
     * The handler threw, or was stopped.
     *
     * @param failure why
     */
    public record Failed(TaskFailure failure) implements Report {
        public Failed {
            requireNonNull(failure, "failure is required");
        }
    }

    /**
     * The agent hands the attempt back, because it is shutting down; this costs the task no retry.
     *
     * @param reason why, for a person
     */
    public record Released(String reason) implements Report {
        public Released {
            requireNonNull(reason, "reason is required");
        }
    }
}
