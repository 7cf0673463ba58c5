package io.ymera.manager.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.mutiny.sqlclient.Row;
import io.ymera.manager.task.Explanations.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A single task, with all that there is to say about it.
 *
 * @param result what the handler returned, JSON, once it is completed; else null
 * @param failure why the last attempt ended without success, JSON; else null
 * @param waitingFor what it waits for; null unless it waits
 * @param queuePosition 1 for the task that is claimed next among those of its type and version; null unless it is pending,
 *     or if more than {@value Explanations#MOST_COUNTED} are before it
 * @param place where it stands in the queue
 */
record TaskDetail(
        @JsonUnwrapped TaskView task,
        @JsonRawValue @Nullable String result,
        @JsonRawValue @Nullable String failure,
        @Nullable WaitingFor waitingFor,
        @Nullable Integer queuePosition,
        @JsonIgnore Place place) {

    static final String COLUMNS = TaskView.COLUMNS + ", result::text, failure::text, " + Place.COLUMNS;

    /** Reads {@link #COLUMNS}, without an explanation. */
    static TaskDetail from(Row row) {
        return new TaskDetail(
                TaskView.from(row), row.getString("result"), row.getString("failure"), null, null, Place.from(row));
    }

    TaskDetail with(Explanation explanation) {
        return new TaskDetail(task, result, failure, explanation.waitingFor(), explanation.queuePosition(), place);
    }
}
