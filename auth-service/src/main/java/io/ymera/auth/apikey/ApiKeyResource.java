package io.ymera.auth.apikey;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code /users/me/api-keys}: users look after their own keys; nobody sees another's, not even an administrator. */
@Path("/users/me/api-keys")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "API keys")
class ApiKeyResource {

    private final ApiKeyService keys;
    private final Caller caller;
    private final RequestOrigin origin;

    ApiKeyResource(ApiKeyService keys, Caller caller, RequestOrigin origin) {
        this.keys = keys;
        this.caller = caller;
        this.origin = origin;
    }

    /** @param items the newest first */
    record ApiKeys(List<ApiKey> items) {}

    @POST
    @Operation(operationId = "createApiKey", summary = "Create an API key, shown this once")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiKeyService.Created.class)))
    public Uni<RestResponse<ApiKeyService.Created>> create(@NotNull @Valid CreateApiKey wanted) {
        return keys.create(caller.userId(), wanted, origin.get())
                .map(created -> ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .header(HttpHeaders.LOCATION, "/users/me/api-keys/" + created.id())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "List own API keys")
    public Uni<ApiKeys> list() {
        return keys.ofUser(caller.userId()).map(ApiKeys::new);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteApiKey", summary = "End an API key")
    public Uni<Void> revoke(UUID id) {
        return keys.revoke(id, caller.userId(), origin.get());
    }
}
