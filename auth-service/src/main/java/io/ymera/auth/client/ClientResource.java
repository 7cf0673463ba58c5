package io.ymera.auth.client;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.contracts.identity.Role;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** {@code /clients}: administrators look after the OAuth clients of agents and services. Secrets are in two answers only. */
@Path("/clients")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Clients")
class ClientResource {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    private final ClientService clients;
    private final Caller caller;
    private final RequestOrigin origin;

    ClientResource(ClientService clients, Caller caller, RequestOrigin origin) {
        this.clients = clients;
        this.caller = caller;
        this.origin = origin;
    }

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record ClientPage(List<Client> items, @Nullable String nextCursor) {}

    @POST
    @Operation(operationId = "createClient", summary = "Create a client, whose secret is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewSecret.class)))
    public Uni<RestResponse<NewSecret>> create(@NotNull @Valid CreateClient wanted) {
        return clients.create(wanted, admin())
                .map(created -> ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .header(HttpHeaders.LOCATION, "/clients/" + created.clientId())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @Operation(operationId = "listClients", summary = "List clients")
    public Uni<ClientPage> list(@RestQuery("limit") @Nullable String asked, @RestQuery @Nullable String cursor) {
        int limit = Queries.limit(asked, USUAL_LIMIT, MOST);
        // One more than asked for tells whether there is another page
        return clients.list(Queries.text("cursor", cursor), limit + 1)
                .map(found -> found.size() <= limit
                        ? new ClientPage(found, null)
                        : new ClientPage(
                                found.subList(0, limit), found.get(limit - 1).clientId()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getClient", summary = "Show a client")
    public Uni<Client> get(String id) {
        return clients.find(id);
    }

    @PATCH
    @Path("/{id}")
    @Operation(operationId = "changeClient", summary = "Change a client")
    public Uni<Client> change(String id, @NotNull @Valid ChangeClient change) {
        return clients.change(id, change, admin());
    }

    @POST
    @Path("/{id}/secret")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceClientSecret", summary = "Replace the secret of a client")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplaceSecret.class)))
    public Uni<RestResponse<NewSecret>> replaceSecret(String id, @Valid @Nullable ReplaceSecret wanted) {
        return clients.replaceSecret(id, (wanted == null ? ReplaceSecret.AT_ONCE : wanted).overlap(), admin())
                .map(replaced -> ResponseBuilder.ok(replaced)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** The same for those who send no body, whatever they say of its type. */
    @POST
    @Path("/{id}/secret")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<RestResponse<NewSecret>> replaceSecretAtOnce(String id) {
        return replaceSecret(id, null);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteClient", summary = "Delete a client")
    public Uni<Void> delete(String id) {
        return clients.delete(id, admin());
    }

    private Admin admin() {
        return new Admin(caller.subject(), origin.get());
    }
}
