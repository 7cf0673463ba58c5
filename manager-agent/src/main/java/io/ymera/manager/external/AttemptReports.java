package io.ymera.manager.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskFailure;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.web.problem.ApiException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an agent says over HTTP about an attempt that it holds: the bodies of the routes below an attempt. */
final class AttemptReports {

    private static final String NO_NUL = "[^\\x00]*";
    private static final String NO_NUL_MESSAGE = "must not hold the character U+0000";

    /** So that there is always a next number. */
    private static final long MOST_REPORTS = 1_000_000_000_000L;

    private AttemptReports() {}

    /** One of these bodies. */
    interface Body {

        /** The token that came with the lease. */
        Long fencingToken();

        /**
         * Counts the agent's reports on this attempt, from 1; one that is not greater than the last is a repetition. Null
         * for a report that comes after all that were answered.
         */
        @Nullable
        Long sequence();

        /**
         * What it says.
         *
         * @throws ApiException if its members do not go together
         */
        Report report();
    }

    /**
     * @param fraction how much is done, 0 to 1
     * @param message what is being done, for a person, up to 2,000 characters
     */
    record ProgressBody(
            @NotNull @Min(1) Long fencingToken,
            @Min(1) @Max(MOST_REPORTS) @Nullable Long sequence,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double fraction,

            @NotNull @Size(max = 2_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE)
            String message)
            implements Body {
        @Override
        public Report report() {
            return new Progress(fraction, message);
        }
    }

    /**
     * Either of the two last.
     *
     * @param result what the task gives, JSON of up to {@value ClaimedTask#INLINE_BYTES} bytes; or null
     * @param stored true if the result was handed in before, with {@code PUT /tasks/{id}/attempts/{n}/result}; null counts as
     *     false
     */
    record CompleteBody(
            @NotNull @Min(1) Long fencingToken,
            @Min(1) @Max(MOST_REPORTS) @Nullable Long sequence,
            @Nullable JsonNode result,
            @Nullable Boolean stored)
            implements Body {

        /**
         * @throws ApiException with {@link ErrorCode#VALIDATION_FAILED} if it is not exactly one of the two, with {@link
         *     ErrorCode#BODY_TOO_LARGE} if the result is to be stored first
         */
        @Override
        public Report report() {
            boolean isStored = stored != null && stored;
            if (result != null && isStored) {
                throw ApiException.invalid("/stored", "must not be true beside a result: send one of the two");
            }
            if (isStored) {
                return Completed.withStoredResult();
            }
            if (result == null) {
                throw ApiException.invalid(
                        "/result", "is required, unless \"stored\": true says that it was handed in before");
            }
            requireInline(result);
            return new Completed(result);
        }

        private static void requireInline(JsonNode result) {
            int bytes = result.toString().getBytes(UTF_8).length;
            if (bytes > ClaimedTask.INLINE_BYTES) {
                throw new ApiException(
                        ErrorCode.BODY_TOO_LARGE,
                        ("The result has %d bytes, and a report takes up to %d: hand it in with"
                                        + " PUT /tasks/{id}/attempts/{n}/result, then complete with \"stored\": true")
                                .formatted(bytes, ClaimedTask.INLINE_BYTES));
            }
        }
    }

    /** @param failure why; whether it is retryable decides whether the task is tried again */
    record FailBody(
            @NotNull @Min(1) Long fencingToken,
            @Min(1) @Max(MOST_REPORTS) @Nullable Long sequence,
            @NotNull @Valid FailureBody failure)
            implements Body {
        @Override
        public Report report() {
            return new Failed(new TaskFailure(failure.code(), failure.message(), failure.retryable()));
        }
    }

    /**
     * @param code a word for programs, in snake_case
     * @param message what happened and what to do about it, for people, up to 10,000 characters
     * @param retryable whether another attempt might succeed
     */
    record FailureBody(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,63}")
            String code,

            @NotNull @Size(max = 10_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE)
            String message,

            @NotNull Boolean retryable) {}

    /** @param reason why the attempt is handed back, for a person, up to 2,000 characters */
    record ReleaseBody(
            @NotNull @Min(1) Long fencingToken,
            @Min(1) @Max(MOST_REPORTS) @Nullable Long sequence,

            @NotNull @Size(max = 2_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE)
            String reason)
            implements Body {
        @Override
        public Report report() {
            return new Released(reason);
        }
    }
}
