package io.ymera.manager.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a task does not run yet.
 *
 * @param reason for programs
 * @param detail for people: a sentence
 * @param until when it is looked at again, where that is known
 * @param heldByTask the task that holds its concurrency key
 * @param position 1 for the next among those that wait for the same; null if it does not matter or is not known
 * @param agents that are online and offer what it asks for
 * @param slots that these have; null for agents that fetch tasks themselves
 */
@RegisterForReflection
@Schema(name = "TaskWaitingFor")
record WaitingFor(
        Reason reason,
        String detail,
        @Nullable Instant until,
        @Nullable UUID heldByTask,
        @Nullable Integer position,
        @Nullable Integer agents,
        @Nullable Integer slots) {

    /** What it waits for. */
    @Schema(name = "TaskWaitingReason")
    enum Reason {
        /** The time that it was scheduled for. */
        SCHEDULED,
        /** The end of the pause after a failed attempt. */
        RETRY_PAUSE,
        /** Another task to end, which holds its concurrency key. */
        CONCURRENCY_KEY,
        /** An agent that offers its type and version. */
        NO_AGENT,
        /** A free slot. */
        NO_FREE_SLOT,
        /** Nothing: there is a free slot, and it will be claimed in a moment. */
        TURN,
        /** An agent to begin: it is on its way through Kafka. */
        DISPATCHED;

        /** As it stands in JSON, for example {@code no_agent}. */
        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static WaitingFor of(Reason reason, String detail) {
        return new WaitingFor(reason, detail, null, null, null, null, null);
    }

    static WaitingFor until(Reason reason, String detail, Instant until) {
        return new WaitingFor(reason, detail, until, null, null, null, null);
    }
}
