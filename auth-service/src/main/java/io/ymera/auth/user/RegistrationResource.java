package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /auth/register}. */
@Path("/")
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
    public Uni<RestResponse<User>> register(@NotNull @Valid Registration registration) {
        return users.register(registration, origin.get())
                .map(user -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, user)
                        // A string, since JAX-RS would make a URI absolute with this service's own address
                        .header(HttpHeaders.LOCATION, "/users/" + user.userId())
                        .build());
    }
}
