package io.ymera.manager.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.manager.idempotency.Answer;
import io.ymera.manager.idempotency.Idempotency;
import io.ymera.manager.idempotency.IdempotencyKey;
import io.ymera.manager.idempotency.IdempotentRequest;
import io.ymera.web.identity.Caller;
import io.ymera.web.query.Queries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /schedules}: clients let tasks come again and again; admins look after all schedules. */
@Path("/schedules")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Schedules")
class ScheduleResource {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    private final Schedules schedules;
    private final Idempotency idempotency;
    private final Caller caller;

    ScheduleResource(Schedules schedules, Idempotency idempotency, Caller caller) {
        this.schedules = schedules;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record SchedulePage(List<ScheduleView> items, @Nullable UUID nextCursor) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createSchedule", summary = "Let a task come again and again")
    @Parameter(ref = "IdempotencyKey")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.class)))
    public Uni<RestResponse<String>> create(
            @Context HttpHeaders headers, @NotNull @Valid ScheduleDefinition definition) {
        String owner = caller.subject();
        return IdempotencyKey.of(headers)
                .map(key -> new IdempotentRequest(owner, "POST /schedules", key, definition))
                .map(request -> idempotency.once(
                        request, () -> schedules.check(owner, definition), (transaction, checked) -> schedules
                                .create(transaction, owner, definition)
                                .map(this::created)))
                .orElseGet(() -> schedules.create(owner, definition).map(this::created))
                .map(Answer::response);
    }

    private Answer created(ScheduleView schedule) {
        return idempotency.created("/api/v1/schedules/" + schedule.scheduleId(), schedule);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSchedule", summary = "Show a schedule")
    public Uni<ScheduleView> get(UUID id) {
        return schedules.get(id, caller.ownerFilter());
    }

    @GET
    @Operation(operationId = "listSchedules", summary = "List schedules")
    public Uni<SchedulePage> list(@RestQuery("limit") @Nullable String asked, @RestQuery @Nullable String cursor) {
        int limit = Queries.limit(asked, USUAL_LIMIT, MOST);
        // One more than asked for tells whether there is another page
        return schedules
                .list(caller.ownerFilter(), Queries.cursor(cursor), limit + 1)
                .map(found -> found.size() <= limit
                        ? new SchedulePage(found, null)
                        : new SchedulePage(
                                found.subList(0, limit), found.get(limit - 1).scheduleId()));
    }

    /** The body is a JSON merge patch (RFC 7396) of what POST takes. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeSchedule", summary = "Change a schedule")
    @RequestBody(ref = "SchedulePatch")
    public Uni<ScheduleView> change(UUID id, @NotNull JsonNode patch) {
        return schedules.change(id, patch, caller.ownerFilter());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteSchedule", summary = "Delete a schedule")
    public Uni<Void> delete(UUID id) {
        return schedules.delete(id, caller.ownerFilter());
    }
}
