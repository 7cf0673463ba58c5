package io.ymera.auth.login;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /auth/login}. */
@Path("/auth/login")
@Tag(name = "Sign-in")
class LoginResource {

    private final LoginService logins;
    private final RequestOrigin origin;

    LoginResource(LoginService logins, RequestOrigin origin) {
        this.logins = logins;
        this.origin = origin;
    }

    @POST
    @PermitAll
    @Operation(operationId = "login", summary = "Log in")
    public Uni<RestResponse<LoginResponse>> login(@NotNull @Valid LoginRequest request) {
        return logins.login(request, origin.get()).map(welcome -> RestResponse.ResponseBuilder.ok(welcome)
                .header("Cache-Control", "no-store")
                .build());
    }
}
