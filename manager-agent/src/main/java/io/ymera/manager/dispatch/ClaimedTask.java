package io.ymera.manager.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.manager.capability.CapabilityVersion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed task, to be published; as JSON it is a {@link TaskAssignment}, whose parameters go through unread.
 *
 * @param parameters JSON as text, or null if they are too large to travel: the agent fetches them
 */
@RegisterForReflection
public record ClaimedTask(
        UUID taskId,
        int attempt,
        long fencingToken,
        String taskType,
        @JsonIgnore int version,
        @JsonRawValue @Nullable String parameters,
        int runTimeoutSeconds) {

    /** Parameters of more bytes than this are fetched by the agent (claim check). */
    public static final int INLINE_BYTES = 256 * 1024;

    /** The first attempt at a task that was written as dispatched in the first place. */
    public static ClaimedTask first(
            UUID taskId, long fencingToken, CapabilityVersion queue, String parameters, int runTimeoutSeconds) {
        boolean inline = parameters.length() <= INLINE_BYTES
                && (parameters.length() <= INLINE_BYTES / 3 || parameters.getBytes(UTF_8).length <= INLINE_BYTES);
        return new ClaimedTask(
                taskId, 1, fencingToken, queue.name(), queue.version(), inline ? parameters : null, runTimeoutSeconds);
    }

    static ClaimedTask from(Row row) {
        return new ClaimedTask(
                row.getUUID("id"),
                row.getInteger("attempt"),
                row.getLong("fencing_token"),
                row.getString("task_type"),
                row.getInteger("version"),
                row.getString("parameters"),
                row.getInteger("run_timeout_s"));
    }

    /** The attempt that begins with it. */
    @JsonIgnore
    public AttemptRef ref() {
        return new AttemptRef(taskId, attempt, fencingToken);
    }
}
