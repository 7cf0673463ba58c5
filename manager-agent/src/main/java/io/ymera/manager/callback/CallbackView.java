package io.ymera.manager.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A callback as its owner sees it.
 *
 * @param callbackId the {@code webhook-id} of its requests
 * @param type what it tells, for example {@code task.completed}
 * @param sequence of the event that it tells
 * @param nextAttemptAt when it is sent next, or, while it is being sent, when that counts as failed; null once it is over
 * @param attempts those that have ended
 */
record CallbackView(
        UUID callbackId,
        String type,
        long sequence,
        String url,
        CallbackStatus status,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        List<Attempt> attempts) {

    /**
     * @param attempt which one, from 1
     * @param at when it began
     * @param statusCode of the answer, or null
     * @param error null if it was delivered
     */
    @Schema(name = "CallbackAttempt")
    record Attempt(
            int attempt,
            Instant at,
            int milliseconds,
            @Nullable Integer statusCode,
            @Nullable Reason error) {}

    /**
     * @param code for programs
     * @param message for people
     */
    @Schema(name = "CallbackFailure")
    record Reason(String code, String message) {}
}
