package io.ymera.manager.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.capability.AssignmentTopics;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Links;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.manager.task.SubmitTask.RetryPolicy;
import io.ymera.web.problem.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From what a client hands in to what is queued: the rules that go beyond single members, and the defaults. Pure. */
final class Submission {

    private static final int FURTHEST_YEARS = 10;

    private Submission() {}

    /** @throws ApiException with {@link ErrorCode#VALIDATION_FAILED} if a member makes no sense */
    static void check(SubmitTask task, Instant now) {
        Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(FURTHEST_YEARS).toInstant();
        if (task.runAt() != null && task.runAt().isAfter(latest)) {
            throw ApiException.invalid("/run_at", "must be within %d years".formatted(FURTHEST_YEARS));
        }
        if (!retry(task.retry()).hasOrderedPauses()) {
            throw ApiException.invalid("/retry/max_pause_seconds", Retry.ORDERED_PAUSES);
        }
    }

    /** What the handler gets: an empty object where the client gave nothing. */
    static JsonNode parameters(SubmitTask task) {
        return task.parameters() == null ? JsonNodeFactory.instance.objectNode() : task.parameters();
    }

    /**
     * The task as it is queued.
     *
     * @throws ApiException with {@link ErrorCode#BODY_TOO_LARGE} if the parameters can't travel
     */
    static NewTask newTask(UUID id, String owner, SubmitTask task, CapabilityVersion capability) {
        return new NewTask(
                id,
                owner,
                task.name(),
                task.description(),
                capability.name(),
                capability.version(),
                travelling(parameters(task)),
                requireNonNullElse(task.priority(), TaskPriority.NORMAL),
                task.runAt(),
                new Limits(
                        requireNonNullElse(seconds(task.runTimeoutSeconds()), Limits.DEFAULT.run()),
                        seconds(task.queueTimeoutSeconds()),
                        seconds(task.totalTimeoutSeconds())),
                retry(task.retry()),
                task.concurrencyKey(),
                new Links(task.projectId(), null, null, task.callbackUrl()));
    }

    private static Retry retry(@Nullable RetryPolicy policy) {
        return policy == null
                ? Retry.DEFAULT
                : Retry.of(policy.maxAttempts(), policy.firstPauseSeconds(), policy.maxPauseSeconds());
    }

    /** The parameters as they go to Kafka: a body within its limit can be larger there, written in another encoding. */
    private static String travelling(JsonNode parameters) {
        String text = parameters.toString();
        int bytes = text.length() * 3 <= AssignmentTopics.MAX_PARAMETERS_BYTES ? 0 : text.getBytes(UTF_8).length;
        if (bytes > AssignmentTopics.MAX_PARAMETERS_BYTES) {
            throw new ApiException(
                    ErrorCode.BODY_TOO_LARGE,
                    "The parameters have %d bytes as JSON in UTF-8; at most %d can be handed to an agent"
                            .formatted(bytes, AssignmentTopics.MAX_PARAMETERS_BYTES));
        }
        return text;
    }

    private static @Nullable Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
