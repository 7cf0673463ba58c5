package io.ymera.auth.setup;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.auth.user.User;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** {@code POST /auth/setup}. */
@Path("/auth/setup")
@Tag(name = "Sign-in")
class SetupResource {

    private final SetupService setup;
    private final SetupNotice notice;
    private final RequestOrigin origin;

    SetupResource(SetupService setup, SetupNotice notice, RequestOrigin origin) {
        this.setup = setup;
        this.notice = notice;
        this.origin = origin;
    }

    @POST
    @PermitAll
    @Operation(operationId = "setUp", summary = "Become the first administrator")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = User.class)))
    public Uni<RestResponse<User>> complete(@NotNull @Valid SetupRequest request) {
        return setup.complete(request, origin.get())
                .call(user -> removeNotice())
                .map(user -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, user)
                        .header(HttpHeaders.LOCATION, "/users/" + user.userId())
                        .build());
    }

    /** A disk may take its time. */
    private Uni<Void> removeNotice() {
        return Uni.createFrom()
                .voidItem()
                .invoke(notice::remove)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
