package io.ymera.manager.dispatch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import io.ymera.contracts.task.TaskAssignment;
import java.util.UUID;

/**
 * A claimed task, to be published; as JSON it is a {@link TaskAssignment}, whose parameters go through unread.
 */
@RegisterForReflection
record ClaimedTask(
        UUID taskId,
        int attempt,
        long fencingToken,
        String taskType,
        @JsonRawValue String parameters,
        int runTimeoutSeconds) {

    static ClaimedTask from(Row row) {
        return new ClaimedTask(
                row.getUUID("id"),
                row.getInteger("attempt"),
                row.getLong("fencing_token"),
                row.getString("task_type"),
                row.getString("parameters"),
                row.getInteger("run_timeout_s"));
    }
}
