package io.ymera.auth.login;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /auth/login}. */
@Path("/auth/login")
class LoginResource {

    private final LoginService logins;

    LoginResource(LoginService logins) {
        this.logins = logins;
    }

    @POST
    @PermitAll
    public Uni<RestResponse<LoginResponse>> login(@NotNull @Valid LoginRequest request) {
        return logins.login(request).map(welcome -> RestResponse.ResponseBuilder.ok(welcome)
                .header("Cache-Control", "no-store")
                .build());
    }
}
