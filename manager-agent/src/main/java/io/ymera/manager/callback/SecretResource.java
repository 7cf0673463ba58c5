package io.ymera.manager.callback;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code /callbacks/secret}: what the caller's callbacks are signed with. Takes no idempotency key: answers are not kept. */
@Path("/callbacks/secret")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Callbacks")
class SecretResource {

    private final Secrets secrets;
    private final Caller caller;

    SecretResource(Secrets secrets, Caller caller) {
        this.secrets = secrets;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "createCallbackSecret",
            summary = "Make or replace the secret that own callbacks are signed with, shown this once")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Secrets.NewSecret.class)))
    public Uni<RestResponse<Secrets.NewSecret>> create() {
        return secrets.create(caller.subject())
                .map(created -> ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @Operation(operationId = "getCallbackSecret", summary = "Tell when the secret was made")
    public Uni<Secrets.SecretView> get() {
        return secrets.get(caller.subject());
    }
}
