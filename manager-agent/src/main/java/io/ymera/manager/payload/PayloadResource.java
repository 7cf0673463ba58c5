package io.ymera.manager.payload;

import io.smallrye.common.annotation.Blocking;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * {@code /tasks/{id}/attempts/{n}}: an agent fetches large parameters and hands in a large result. These block, so that a
 * body is read only when there is room for it.
 */
@Path("/tasks/{id}/attempts/{attempt}")
@RolesAllowed(Role.SERVICE)
@Blocking
@Tag(name = "Attempts")
class PayloadResource {

    private final Payloads payloads;
    private final Caller caller;

    PayloadResource(Payloads payloads, Caller caller) {
        this.payloads = payloads;
        this.caller = caller;
    }

    @GET
    @Path("/parameters")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getParameters", summary = "Fetch parameters that are too large for a message")
    @APIResponse(responseCode = "200", ref = "AnyDocument")
    public String parameters(UUID id, @Min(1) int attempt, @RestHeader("Fencing-Token") @NotNull @Min(1) Long token) {
        return payloads.parameters(holder(id, attempt, token));
    }

    @PUT
    @Path("/result")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putResult", summary = "Hand in a result that is too large for a message")
    @RequestBody(ref = "TaskResult")
    public void store(
            UUID id,
            @Min(1) int attempt,
            @RestHeader("Fencing-Token") @NotNull @Min(1) Long token,
            @NotNull InputStream result) {
        payloads.store(holder(id, attempt, token), result);
    }

    private Holder holder(UUID id, int attempt, long token) {
        return new Holder(new AttemptRef(id, attempt, token), caller.subject());
    }
}
