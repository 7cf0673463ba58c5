package io.ymera.manager.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.contracts.task.TaskPriority;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client hands in a task; the body of {@code POST /tasks}.
 *
 * @param name what the client calls it, 1 to 200 characters
 * @param description more words about it, up to 5,000 characters, or null
 * @param taskType the capability that is asked for
 * @param version the capability's version; null for the one that the manager chooses
 * @param parameters the capability's input, an object; null counts as an empty one
 * @param priority how urgent it is; null counts as normal
 * @param runAt not to be run before; null for at once
 * @param queueTimeoutSeconds how long it may wait for an agent each time it waits, up to 30 days; null for as long as it
 *     takes
 * @param runTimeoutSeconds how long one attempt may run, 1 second to 1 day; null counts as 15 minutes
 * @param totalTimeoutSeconds how long it may take in all, up to 30 days; null for as long as it takes
 * @param retry how often it is tried; null counts as three times
 * @param concurrencyKey of the owner's tasks with the same key one runs at a time, 1 to 200 characters; null for no limit
 * @param callbackUrl who is told when it has ended, or null
 * @param projectId the project that it is for, or null
 */
record SubmitTask(
        @NotBlank @Size(max = 200) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE)
        String name,

        @Size(max = 5_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Nullable
        String description,

        @NotNull String taskType,
        @Min(1) @Nullable Integer version,
        @Nullable JsonNode parameters,
        @Nullable TaskPriority priority,
        @Nullable Instant runAt,
        @Min(1) @Max(MOST_SECONDS) @Nullable Integer queueTimeoutSeconds,
        @Min(1) @Max(86_400) @Nullable Integer runTimeoutSeconds,
        @Min(1) @Max(MOST_SECONDS) @Nullable Integer totalTimeoutSeconds,
        @Valid @Nullable RetryPolicy retry,

        @Size(min = 1, max = 200) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Nullable
        String concurrencyKey,

        @Size(max = 2_000) @Nullable String callbackUrl,
        @Nullable UUID projectId) {

    /** PostgreSQL's text has no room for U+0000. */
    static final String NO_NUL = "[^\\x00]*";

    static final String NO_NUL_MESSAGE = "must not hold the character U+0000";

    private static final int MOST_SECONDS = 30 * 86_400;

    /**
     * How often a task is tried.
     *
     * @param maxAttempts 1 to 10; null counts as 3
     * @param firstPauseSeconds the longest pause after the first failure, which doubles with each further one, up to an
     *     hour; null counts as 1 second
     * @param maxPauseSeconds what the pause never exceeds, up to a day; null counts as 1 minute
     */
    @RegisterForReflection
    record RetryPolicy(
            @Min(1) @Max(10) @Nullable Integer maxAttempts,
            @DecimalMin("0") @DecimalMax("3600") @Nullable Double firstPauseSeconds,
            @DecimalMin("0") @DecimalMax("86400") @Nullable Double maxPauseSeconds) {}
}
