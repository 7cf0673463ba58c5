package io.ymera.manager.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.manager.idempotency.Answer;
import io.ymera.manager.idempotency.Idempotency;
import io.ymera.manager.idempotency.IdempotencyKey;
import io.ymera.manager.idempotency.IdempotentRequest;
import io.ymera.manager.queue.RefusedTransitions;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /tasks}: clients hand in tasks and look after their own; admins look after all. */
@Path("/tasks")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Tasks")
class TaskResource {

    private final Tasks tasks;
    private final RefusedTransitions refusals;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Caller caller;

    TaskResource(Tasks tasks, RefusedTransitions refusals, Idempotency idempotency, ObjectMapper json, Caller caller) {
        this.tasks = tasks;
        this.refusals = refusals;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record TaskPage(List<TaskView> items, @Nullable UUID nextCursor) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "submitTask", summary = "Hand in a task")
    @Parameter(ref = "IdempotencyKey")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Accepted.class)))
    public Uni<RestResponse<String>> submit(@Context HttpHeaders headers, @NotNull @Valid SubmitTask task) {
        String owner = caller.subject();
        return IdempotencyKey.of(headers)
                .map(key -> new IdempotentRequest(owner, "POST /tasks", key, task))
                .map(request -> submitOnce(request, owner, task))
                .orElseGet(() -> tasks.prepare(owner, task).chain(tasks::submit).map(this::created))
                .map(Answer::response);
    }

    private Uni<Answer> submitOnce(IdempotentRequest request, String owner, SubmitTask task) {
        AtomicReference<UUID> submitted = new AtomicReference<>();
        return idempotency
                .once(request, () -> tasks.prepare(owner, task), (transaction, prepared) -> tasks.submit(
                                transaction, prepared)
                        .invoke(accepted -> submitted.set(accepted.taskId()))
                        .map(this::created))
                .invoke(answer -> {
                    if (!answer.replayed()) {
                        tasks.announce(submitted.get());
                    }
                });
    }

    private Answer created(Accepted accepted) {
        return idempotency.created("/api/v1/tasks/" + accepted.taskId(), accepted);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTask", summary = "Show a task, with its result or failure once there is one")
    public Uni<TaskDetail> get(UUID id) {
        return tasks.get(id, caller.ownerFilter());
    }

    @GET
    @Operation(operationId = "listTasks", summary = "List own tasks, the newest first")
    public Uni<TaskPage> list(@BeanParam TaskQuery query) {
        int limit = query.readLimit();
        // One more than asked for tells whether there is another page
        return tasks.list(query.filter(caller.ownerFilter()), query.readCursor(), limit + 1)
                .map(found -> found.size() <= limit
                        ? new TaskPage(found, null)
                        : new TaskPage(
                                found.subList(0, limit), found.get(limit - 1).taskId()));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD) // without a body there is no type, or any
    @Operation(operationId = "cancelTask", summary = "Cancel a task, also while it runs")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CancelTask.class)))
    public Uni<Accepted> cancel(UUID id, String body) throws JsonProcessingException {
        CancelTask cancel = CancelTask.read(json, body);
        return refusals.watch("cancel", tasks.cancel(id, caller.ownerFilter(), caller.subject(), cancel.reason()));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(operationId = "retryTask", summary = "Queue a failed or cancelled task again")
    public Uni<Accepted> retry(UUID id) {
        return refusals.watch("retry", tasks.retry(id, caller.ownerFilter(), caller.subject()));
    }
}
