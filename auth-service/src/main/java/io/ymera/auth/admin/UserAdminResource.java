package io.ymera.auth.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.auth.user.User;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /users}: administrators look after users. */
@Path("/")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Users")
class UserAdminResource {

    private final UserAdministration users;
    private final RequestOrigin origin;
    private final Caller caller;

    UserAdminResource(UserAdministration users, RequestOrigin origin, Caller caller) {
        this.users = users;
        this.origin = origin;
        this.caller = caller;
    }

    /** @param nextCursor to be given as {@code cursor} for the next page; null on the last one */
    record UserPage(List<User> items, @Nullable UUID nextCursor) {}

    @GET
    @Path("/users")
    @Operation(operationId = "listUsers", summary = "List users")
    public Uni<UserPage> list(@BeanParam UserQuery query) {
        int limit = query.readLimit();
        // One more than asked for tells whether there is another page
        return users.list(query.filter(), query.readCursor(), limit + 1)
                .map(found -> found.size() <= limit
                        ? new UserPage(found, null)
                        : new UserPage(
                                found.subList(0, limit), found.get(limit - 1).userId()));
    }

    @GET
    @Path("/users/{id}")
    @Operation(operationId = "getUser", summary = "Show a user")
    public Uni<User> get(UUID id) {
        return users.get(id);
    }

    /** The body is a JSON merge patch (RFC 7396). */
    @PATCH
    @Path("/users/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeUser", summary = "Change a user")
    @RequestBody(ref = "UserPatch")
    public Uni<User> change(UUID id, @NotNull JsonNode patch) {
        return users.change(id, patch, caller.subject(), origin.get());
    }

    @DELETE
    @Path("/users/{id}")
    @Operation(operationId = "deleteUser", summary = "Delete a user")
    public Uni<Void> delete(UUID id) {
        return users.delete(id, caller.subject(), origin.get());
    }

    /** For others who have lost their phone and their recovery codes. */
    @DELETE
    @Path("/users/{id}/totp")
    @Operation(operationId = "removeUsersSecondFactor", summary = "End the second factor of another user")
    public Uni<Void> resetSecondFactor(UUID id) {
        return users.resetSecondFactor(id, caller.subject(), origin.get());
    }
}
