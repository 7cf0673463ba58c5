package io.ymera.agent;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The manager's routes for agents. Calls block. */
@RegisterRestClient(configKey = "manager")
@OidcClientFilter
@Path("/agents")
interface ManagerApi {

    @POST
    AgentRegistered register(AgentRegistration registration);

    @POST
    @Path("/{id}/heartbeat")
    HeartbeatReply heartbeat(UUID id, Heartbeat heartbeat);

    @DELETE
    @Path("/{id}")
    void deregister(UUID id);
}
