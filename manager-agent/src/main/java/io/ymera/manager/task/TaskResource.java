package io.ymera.manager.task;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** {@code /tasks}: clients hand in tasks and look at their own; admins look at all. */
@Path("/tasks")
@RolesAllowed({Role.USER, Role.ADMIN})
class TaskResource {

    private final Tasks tasks;
    private final Caller caller;

    TaskResource(Tasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    record Submitted(UUID taskId, TaskStatus status) {}

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record TaskPage(List<TaskView> items, @Nullable UUID nextCursor) {}

    @POST
    public Uni<RestResponse<Submitted>> submit(@NotNull @Valid SubmitTask task) {
        return tasks.submit(caller.subject(), task)
                .map(id -> ResponseBuilder.create(RestResponse.Status.CREATED, new Submitted(id, TaskStatus.PENDING))
                        .location(URI.create("/api/v1/tasks/" + id))
                        .build());
    }

    @GET
    @Path("/{id}")
    public Uni<TaskView> get(UUID id) {
        return tasks.get(id, ownerFilter());
    }

    @GET
    public Uni<TaskPage> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery @Nullable UUID cursor) {
        // One more than asked for tells whether there is another page
        return tasks.list(ownerFilter(), cursor, limit + 1)
                .map(found -> found.size() <= limit
                        ? new TaskPage(found, null)
                        : new TaskPage(
                                found.subList(0, limit), found.get(limit - 1).taskId()));
    }

    /** Null, that is no filter, for an admin. */
    private @Nullable String ownerFilter() {
        return caller.isAdmin() ? null : caller.subject();
    }
}
