package io.ymera.manager.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.queue.NewTask;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule queues each time; members mean what they mean in {@code POST /tasks}, and so do those that are null.
 *
 * @param version of the capability; null for the one that a task without a version gets at the time
 */
@RegisterForReflection
record TaskTemplate(
        @NotNull String taskType,
        @Min(1) @Nullable Integer version,
        @Nullable JsonNode parameters,
        @Nullable TaskPriority priority,
        @Min(1) @Max(MOST) @Nullable Integer queueTimeoutSeconds,
        @Min(1) @Max(DAY) @Nullable Integer runTimeoutSeconds,
        @Min(1) @Max(MOST) @Nullable Integer totalTimeoutSeconds,
        @Valid @Nullable Retry retry,

        @Size(min = 1, max = 200)
        @Pattern(regexp = ScheduleDefinition.NO_NUL, message = ScheduleDefinition.NO_NUL_MESSAGE)
        @Nullable
        String concurrencyKey,

        @Nullable UUID projectId,
        @Size(max = 2_000) @Nullable String callbackUrl) {

    private static final int DAY = 86_400;
    private static final int MOST = 30 * DAY;

    /** How often a task is tried; null counts as what a task that says nothing gets. */
    @RegisterForReflection
    @Schema(name = "TaskRetry")
    record Retry(
            @Min(1) @Max(10) @Nullable Integer maxAttempts,
            @DecimalMin("0") @DecimalMax("3600") @Nullable Double firstPauseSeconds,
            @DecimalMin("0") @DecimalMax("86400") @Nullable Double maxPauseSeconds) {

        private NewTask.Retry orDefaults() {
            return NewTask.Retry.of(maxAttempts, firstPauseSeconds, maxPauseSeconds);
        }
    }

    NewTask.Retry retryOrDefaults() {
        return retry == null ? NewTask.Retry.DEFAULT : retry.orDefaults();
    }

    JsonNode parametersOrNone() {
        return parameters == null ? JsonNodeFactory.instance.objectNode() : parameters;
    }

    NewTask task(UUID id, String owner, String name, int chosenVersion) {
        return new NewTask(
                id,
                owner,
                name,
                null,
                taskType,
                chosenVersion,
                parametersOrNone().toString(),
                Objects.requireNonNullElse(priority, TaskPriority.NORMAL),
                null,
                new NewTask.Limits(
                        runTimeoutSeconds == null
                                ? NewTask.Limits.DEFAULT.run()
                                : Duration.ofSeconds(runTimeoutSeconds),
                        queueTimeoutSeconds == null ? null : Duration.ofSeconds(queueTimeoutSeconds),
                        totalTimeoutSeconds == null ? null : Duration.ofSeconds(totalTimeoutSeconds)),
                retryOrDefaults(),
                concurrencyKey,
                new NewTask.Links(projectId, null, null, callbackUrl));
    }
}
