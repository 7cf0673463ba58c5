package io.ymera.manager.agent;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /agents}: agents come, say that they are alive, and go; admins look at the roster. */
@Path("/agents")
class AgentResource {

    private final Roster roster;
    private final Caller caller;

    AgentResource(Roster roster, Caller caller) {
        this.roster = roster;
        this.caller = caller;
    }

    record AgentList(List<Agent> items) {}

    @POST
    @RolesAllowed(Role.SERVICE)
    public Uni<RestResponse<AgentRegistered>> register(AgentRegistration registration) {
        return roster.register(caller.subject(), registration)
                .map(registered -> RestResponse.status(RestResponse.Status.CREATED, registered));
    }

    @POST
    @Path("/{id}/heartbeat")
    @RolesAllowed(Role.SERVICE)
    public Uni<HeartbeatReply> heartbeat(UUID id, Heartbeat heartbeat) {
        return roster.heartbeat(id, caller.subject(), heartbeat);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.SERVICE)
    public Uni<Void> deregister(UUID id) {
        return roster.deregister(id, caller.subject());
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    public Uni<AgentList> list() {
        return roster.list().map(AgentList::new);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    public Uni<Agent> get(UUID id) {
        return roster.get(id);
    }
}
