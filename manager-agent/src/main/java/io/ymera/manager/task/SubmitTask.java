package io.ymera.manager.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.contracts.task.TaskPriority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A client hands in a task; the body of {@code POST /tasks}.
 *
 * @param name what the client calls it, 1 to 200 characters
 * @param description more words about it, up to 5,000 characters, or null
 * @param taskType the capability that is asked for
 * @param parameters the capability's input, an object; null counts as an empty one
 * @param priority how urgent it is; null counts as normal
 * @param runTimeoutSeconds how long one attempt may run, 1 second to 1 day; null counts as 15 minutes
 * @param maxAttempts how often it may be tried, 1 to 10; null counts as 3
 */
record SubmitTask(
        @NotBlank @Size(max = 200) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE)
        String name,

        @Size(max = 5_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Nullable
        String description,

        @NotNull String taskType,
        @Nullable JsonNode parameters,
        @Nullable TaskPriority priority,
        @Min(1) @Max(86_400) @Nullable Integer runTimeoutSeconds,
        @Min(1) @Max(10) @Nullable Integer maxAttempts) {

    /** PostgreSQL's text has no room for U+0000. */
    private static final String NO_NUL = "[^\\x00]*";

    private static final String NO_NUL_MESSAGE = "must not hold the character U+0000";
}
