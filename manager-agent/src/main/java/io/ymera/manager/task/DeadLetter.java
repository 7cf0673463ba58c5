package io.ymera.manager.task;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * A task that has failed, as an admin sees it.
 *
 * @param owner whose it is
 * @param failure why, JSON
 */
record DeadLetter(
        @JsonUnwrapped TaskView task,
        String owner,
        @JsonRawValue @Nullable String failure) {

    static final String COLUMNS = TaskView.COLUMNS + ", owner, failure::text";

    static DeadLetter from(Row row) {
        return new DeadLetter(TaskView.from(row), row.getString("owner"), row.getString("failure"));
    }
}
