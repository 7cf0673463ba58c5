package io.ymera.manager.task;

import io.ymera.contracts.task.TaskStatus;
import io.ymera.web.query.Queries;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /tasks}, as it came. */
class TaskQuery {

    private static final int USUAL_LIMIT = 50;
    private static final List<String> STATUSES =
            Arrays.stream(TaskStatus.values()).map(TaskStatus::wireName).toList();
    static final int MOST = 200;

    /** Each one status, or several with commas between. */
    @RestQuery
    List<String> status = List.of();

    @RestQuery("task_type")
    @Nullable
    String taskType;

    @RestQuery("project_id")
    @Nullable
    String projectId;

    @RestQuery("created_after")
    @Nullable
    String createdAfter;

    @RestQuery("created_before")
    @Nullable
    String createdBefore;

    /** What the task's name begins with. */
    @RestQuery
    @Nullable
    String name;

    @RestQuery
    @Nullable
    String limit;

    @RestQuery
    @Nullable
    String cursor;

    /** @param owner whose tasks, or null for everybody's */
    TaskFilter filter(@Nullable String owner) {
        return new TaskFilter(
                owner,
                Queries.statuses(status, STATUSES),
                Queries.text("task_type", taskType),
                Queries.id("project_id", projectId),
                Queries.time("created_after", createdAfter),
                Queries.time("created_before", createdBefore),
                Queries.text("name", name));
    }

    int readLimit() {
        return Queries.limit(limit, USUAL_LIMIT, MOST);
    }

    @Nullable
    UUID readCursor() {
        return Queries.cursor(cursor);
    }
}
