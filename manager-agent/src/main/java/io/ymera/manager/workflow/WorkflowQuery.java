package io.ymera.manager.workflow;

import io.ymera.web.query.Queries;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /workflows}, as it came. */
class WorkflowQuery {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;
    private static final List<String> STATUSES =
            Arrays.stream(WorkflowStatus.values()).map(WorkflowStatus::wireName).toList();

    /** Each one status, or several with commas between. */
    @RestQuery
    List<String> status = List.of();

    /** What the workflow's name begins with. */
    @RestQuery
    @Nullable
    String name;

    /** {@code true} for workflows, anybody's, that wait for the caller to approve something; the filters don't count. */
    @RestQuery("awaiting_me")
    @Nullable
    String awaitingMe;

    @RestQuery
    @Nullable
    String limit;

    @RestQuery
    @Nullable
    String cursor;

    /** @param owner whose workflows, or null for everybody's */
    WorkflowFilter filter(@Nullable String owner) {
        return new WorkflowFilter(owner, Queries.statuses(status, STATUSES), Queries.text("name", name));
    }

    boolean awaitsMe() {
        return Queries.flag("awaiting_me", awaitingMe);
    }

    int readLimit() {
        return Queries.limit(limit, USUAL_LIMIT, MOST);
    }

    @Nullable
    UUID readCursor() {
        return Queries.cursor(cursor);
    }
}
