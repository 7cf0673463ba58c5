package io.ymera.agent;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;

/** The manager's routes for parameters and results that are too large for Kafka. Calls block. */
@RegisterRestClient(configKey = "manager")
@OidcClientFilter
@Path("/tasks/{id}/attempts/{attempt}")
interface PayloadApi {

    @GET
    @Path("/parameters")
    @Produces(MediaType.APPLICATION_JSON)
    byte[] parameters(UUID id, int attempt, @RestHeader("Fencing-Token") long fencingToken);

    @PUT
    @Path("/result")
    @Consumes(MediaType.APPLICATION_JSON)
    void store(UUID id, int attempt, @RestHeader("Fencing-Token") long fencingToken, byte[] result);
}
