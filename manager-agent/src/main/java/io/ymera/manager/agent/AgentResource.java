package io.ymera.manager.agent;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /agents}: agents come, say that they are alive, and go. A service sees and changes those that it registered; an
 * admin all.
 */
@Path("/agents")
@Tag(name = "Agents")
class AgentResource {

    private final Roster roster;
    private final Caller caller;

    AgentResource(Roster roster, Caller caller) {
        this.roster = roster;
        this.caller = caller;
    }

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record AgentPage(List<Agent> items, @Nullable UUID nextCursor) {}

    @POST
    @RolesAllowed(Role.SERVICE)
    @Operation(operationId = "registerAgent", summary = "Register an agent")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AgentRegistered.class)))
    public Uni<RestResponse<AgentRegistered>> register(@NotNull AgentRegistration registration) {
        registration.capabilities().forEach(capability -> ServedTypes.require(caller.principal(), capability.name()));
        return roster.register(caller.subject(), registration)
                .map(registered -> RestResponse.status(RestResponse.Status.CREATED, registered));
    }

    @POST
    @Path("/{id}/heartbeat")
    @RolesAllowed(Role.SERVICE)
    @Operation(operationId = "heartbeat", summary = "Say that an agent is alive")
    public Uni<HeartbeatReply> heartbeat(UUID id, @NotNull Heartbeat heartbeat) {
        return roster.heartbeat(id, caller.subject(), heartbeat, caller.principal()::mayServe);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.ADMIN})
    @Operation(operationId = "changeAgent", summary = "Drain an agent, or limit its slots")
    public Uni<Agent> change(UUID id, @NotNull @Valid ChangeAgent change) {
        return roster.change(id, caller.ownerFilter(), change);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.ADMIN})
    @Operation(operationId = "deregisterAgent", summary = "Let an agent go")
    public Uni<Void> deregister(UUID id) {
        return roster.deregister(id, caller.ownerFilter());
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.ADMIN})
    @Operation(operationId = "listAgents", summary = "List agents")
    public Uni<AgentPage> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery @Nullable UUID cursor) {
        // One more than asked for tells whether there is another page
        return roster.list(caller.ownerFilter(), cursor, limit + 1)
                .map(found -> found.size() <= limit
                        ? new AgentPage(found, null)
                        : new AgentPage(
                                found.subList(0, limit), found.get(limit - 1).agentId()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.ADMIN})
    @Operation(operationId = "getAgent", summary = "Show an agent")
    public Uni<Agent> get(UUID id) {
        return roster.get(id, caller.ownerFilter());
    }
}
