package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
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

/** {@code POST /auth/register}. */
@Path("/")
@Tag(name = "Sign-in")
class RegistrationResource {

    private final UserService users;
    private final RequestOrigin origin;

    RegistrationResource(UserService users, RequestOrigin origin) {
        this.users = users;
        this.origin = origin;
    }

    @POST
    @Path("/auth/register")
    @PermitAll
    @Operation(operationId = "register", summary = "Become a user")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = User.class)))
    public Uni<RestResponse<User>> register(@NotNull @Valid Registration registration) {
        return users.register(registration, origin.get())
                .map(user -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, user)
                        // A string, since JAX-RS would make a URI absolute with this service's own address
                        .header(HttpHeaders.LOCATION, "/users/" + user.userId())
                        .build());
    }
}
