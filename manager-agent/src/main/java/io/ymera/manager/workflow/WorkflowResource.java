package io.ymera.manager.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /workflows}: clients start workflows, look at them, cancel them, and approve what they are asked to approve. */
@Path("/workflows")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Workflows")
class WorkflowResource {

    private final Workflows workflows;
    private final RefusedTransitions refusals;
    private final Idempotency idempotency;
    private final Caller caller;

    WorkflowResource(Workflows workflows, RefusedTransitions refusals, Idempotency idempotency, Caller caller) {
        this.workflows = workflows;
        this.refusals = refusals;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @RegisterForReflection
    @Schema(name = "WorkflowStarted")
    record Started(UUID workflowId, WorkflowStatus status) {}

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record WorkflowPage(List<WorkflowView> items, @Nullable UUID nextCursor) {}

    /** @param reason why, up to 1,000 characters, or null */
    @Schema(name = "CancelWorkflow")
    record Cancel(
            @Size(max = 1_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Nullable
            String reason) {}

    /** @param comment up to 5,000 characters, or null */
    @Schema(name = "StepDecision")
    record Decide(
            @Size(max = 5_000) @Pattern(regexp = NO_NUL, message = NO_NUL_MESSAGE) @Nullable
            String comment) {}

    /** PostgreSQL's text has no room for U+0000. */
    private static final String NO_NUL = "[^\\x00]*";

    private static final String NO_NUL_MESSAGE = "must not hold the character U+0000";

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "startWorkflow", summary = "Start a workflow")
    @Parameter(ref = "IdempotencyKey")
    @RequestBody(ref = "WorkflowDefinition")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Started.class)))
    public Uni<RestResponse<String>> start(@Context HttpHeaders headers, @NotNull JsonNode definition) {
        String owner = caller.subject();
        return IdempotencyKey.of(headers)
                .map(key -> new IdempotentRequest(owner, "POST /workflows", key, definition))
                .map(request ->
                        idempotency.once(request, () -> workflows.check(definition), (transaction, checked) -> workflows
                                .start(transaction, owner, checked)
                                .map(this::created)))
                .orElseGet(() -> workflows
                        .check(definition)
                        .chain(checked -> workflows.start(owner, checked))
                        .map(this::created))
                .map(Answer::response);
    }

    private Answer created(UUID id) {
        return idempotency.created("/api/v1/workflows/" + id, new Started(id, WorkflowStatus.RUNNING));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWorkflow", summary = "Show a workflow, step by step")
    public Uni<WorkflowView> get(UUID id) {
        return workflows.get(id, approver());
    }

    @GET
    @Operation(operationId = "listWorkflows", summary = "List own workflows, the newest first")
    public Uni<WorkflowPage> list(@BeanParam WorkflowQuery query) {
        int limit = query.readLimit();
        UUID cursor = query.readCursor();
        // One more than asked for tells whether there is another page
        Uni<List<WorkflowView>> found = query.awaitsMe()
                ? workflows.asking(approver(), cursor, limit + 1)
                : workflows.list(query.filter(caller.ownerFilter()), cursor, limit + 1);
        return found.map(items -> items.size() <= limit
                ? new WorkflowPage(items, null)
                : new WorkflowPage(items.subList(0, limit), items.get(limit - 1).workflowId()));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD) // there may be no body, and then clients send all kinds of types
    @Operation(operationId = "cancelWorkflow", summary = "Cancel a workflow")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Cancel.class)))
    public Uni<WorkflowView> cancel(UUID id, @Valid @Nullable Cancel cancel) {
        return refusals.watch(
                "cancel_workflow", workflows.cancel(id, approver(), cancel == null ? null : cancel.reason()));
    }

    @POST
    @Path("/{id}/steps/{step}/approve")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "approveStep", summary = "Approve a step")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Decide.class)))
    public Uni<WorkflowView> approve(UUID id, String step, @Valid @Nullable Decide decide) {
        return refusals.watch(
                "approve", workflows.decide(id, approver(), step, true, decide == null ? null : decide.comment()));
    }

    @POST
    @Path("/{id}/steps/{step}/reject")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "rejectStep", summary = "Reject a step")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Decide.class)))
    public Uni<WorkflowView> reject(UUID id, String step, @Valid @Nullable Decide decide) {
        return refusals.watch(
                "reject", workflows.decide(id, approver(), step, false, decide == null ? null : decide.comment()));
    }

    private Approver approver() {
        return new Approver(caller.subject(), caller.isAdmin());
    }
}
