package io.ymera.manager.task;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.web.query.Queries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /tasks/dead-letters}: admins look at what has failed. */
@Path("/tasks/dead-letters")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Failed tasks")
class DeadLetterResource {

    private static final int USUAL_LIMIT = 50;

    private final DeadLetters deadLetters;

    DeadLetterResource(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record DeadLetterPage(List<DeadLetter> items, @Nullable UUID nextCursor) {}

    @GET
    @Operation(operationId = "listDeadLetters", summary = "List tasks that have failed, the newest first")
    public Uni<DeadLetterPage> list(
            @RestQuery("task_type") @Nullable String taskType,
            @RestQuery("failure_code") @Nullable String failureCode,
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String until,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        DeadLetterFilter filter = new DeadLetterFilter(
                Queries.text("task_type", taskType),
                Queries.text("failure_code", failureCode),
                Queries.text("owner", owner),
                Queries.time("since", since),
                Queries.time("until", until));
        int most = Queries.limit(limit, USUAL_LIMIT, TaskQuery.MOST);
        // One more than asked for tells whether there is another page
        return deadLetters
                .list(filter, Queries.cursor(cursor), most + 1)
                .map(found -> found.size() <= most
                        ? new DeadLetterPage(found, null)
                        : new DeadLetterPage(
                                found.subList(0, most),
                                found.get(most - 1).task().taskId()));
    }
}
