package io.ymera.auth.account;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.auth.user.User;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /users/me}, {@code /users/me/password}. */
@Path("/")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Own account")
class AccountResource {

    private final AccountService accounts;
    private final RequestOrigin origin;
    private final Caller caller;

    AccountResource(AccountService accounts, RequestOrigin origin, Caller caller) {
        this.accounts = accounts;
        this.origin = origin;
        this.caller = caller;
    }

    @GET
    @Path("/users/me")
    @Operation(operationId = "getMe", summary = "Show the own account")
    public Uni<User> me() {
        return accounts.find(caller.userId());
    }

    @PUT
    @Path("/users/me")
    @Operation(operationId = "changeMe", summary = "Change the own account")
    public Uni<User> change(@NotNull @Valid ProfileChange change) {
        return accounts.change(caller.userId(), change, origin.get());
    }

    /** All other sessions end. API keys stay, for they are no passwords, unless it is said that they end. */
    @PUT
    @Path("/users/me/password")
    @Operation(operationId = "changePassword", summary = "Change the own password")
    public Uni<Void> changePassword(@NotNull @Valid PasswordChange change) {
        return accounts.changePassword(caller.userId(), caller.grantId(), change, origin.get());
    }
}
