package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.Caller;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /auth/register}, {@code GET /users/me}. */
@Path("/")
class UserResource {

    private final UserService users;
    private final Caller caller;
    private final RequestOrigin origin;

    UserResource(UserService users, Caller caller, RequestOrigin origin) {
        this.users = users;
        this.caller = caller;
        this.origin = origin;
    }

    @POST
    @Path("/auth/register")
    @PermitAll
    public Uni<RestResponse<User>> register(@NotNull @Valid Registration registration) {
        return users.register(registration, origin.get())
                .map(user -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, user)
                        // A string, since JAX-RS would make a URI absolute with this service's own address
                        .header(HttpHeaders.LOCATION, "/users/" + user.userId())
                        .build());
    }

    @GET
    @Path("/users/me")
    @RolesAllowed({Role.USER, Role.ADMIN})
    public Uni<User> me() {
        return users.find(caller.userId())
                .map(found -> found.orElseThrow(
                        () -> new ApiException(ErrorCode.UNAUTHENTICATED, "The token's user is no longer there.")));
    }
}
