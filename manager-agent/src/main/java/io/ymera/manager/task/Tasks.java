package io.ymera.manager.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.capability.AssignmentTopics;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Links;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.manager.queue.TaskQueue;
import io.ymera.persistence.Ids;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes tasks in and shows them to those who handed them in. */
@Singleton
class Tasks {

    private static final int DEFAULT_RUN_TIMEOUT_SECONDS = 900;
    private static final int DEFAULT_MAX_ATTEMPTS = 3;

    private final TaskRepository repository;
    private final Capabilities capabilities;
    private final TaskQueue queue;
    private final Ids ids;

    Tasks(TaskRepository repository, Capabilities capabilities, TaskQueue queue, Ids ids) {
        this.repository = repository;
        this.capabilities = capabilities;
        this.queue = queue;
        this.ids = ids;
    }

    /** Accepts a task: once this has completed, the task will be run whatever crashes. */
    Uni<UUID> submit(String owner, SubmitTask task) {
        JsonNode parameters = task.parameters() == null ? JsonNodeFactory.instance.objectNode() : task.parameters();
        UUID id = ids.next();
        return capabilities
                .validate(task.taskType(), parameters, "/parameters")
                .map(valid -> travelling(parameters))
                .chain(text -> queue.enqueue(new NewTask(
                        id,
                        owner,
                        task.name(),
                        task.description(),
                        task.taskType(),
                        1,
                        text,
                        Objects.requireNonNullElse(task.priority(), TaskPriority.NORMAL),
                        null,
                        new Limits(
                                Duration.ofSeconds(Objects.requireNonNullElse(
                                        task.runTimeoutSeconds(), DEFAULT_RUN_TIMEOUT_SECONDS)),
                                null,
                                null),
                        new Retry(
                                Objects.requireNonNullElse(task.maxAttempts(), DEFAULT_MAX_ATTEMPTS),
                                Retry.DEFAULT.firstPause(),
                                Retry.DEFAULT.maxPause()),
                        null,
                        Links.NONE)))
                .replaceWith(id);
    }

    /** The parameters as they go to Kafka: a body within its limit can be larger there, written in another encoding. */
    private static String travelling(JsonNode parameters) {
        String text = parameters.toString();
        int bytes = text.getBytes(UTF_8).length;
        if (bytes > AssignmentTopics.MAX_PARAMETERS_BYTES) {
            throw new ApiException(
                    ErrorCode.BODY_TOO_LARGE,
                    "The parameters have %d bytes as JSON in UTF-8; at most %d can be handed to an agent"
                            .formatted(bytes, AssignmentTopics.MAX_PARAMETERS_BYTES));
        }
        return text;
    }

    /** @param owner who asks, or null for somebody who may see all */
    Uni<TaskView> get(UUID id, @Nullable String owner) {
        return repository
                .find(id, owner)
                .map(found -> found.orElseThrow(() -> ApiException.notFound("There is no task " + id)));
    }

    /** @param owner who asks, or null for somebody who may see all */
    Uni<List<TaskView>> list(@Nullable String owner, @Nullable UUID before, int limit) {
        return repository.list(owner, before, limit);
    }
}
