package io.ymera.auth.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.auth.user.FullName;
import io.ymera.auth.user.User;
import io.ymera.contracts.identity.Role;
import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What administrators say of a user; what {@code PATCH /users/{id}} patches.
 *
 * @param role {@code user} or {@code admin}
 * @param isActive whether the user may do anything
 */
@RegisterForReflection
@KnownMembersOnly
record UserRights(
        @NotNull(message = "is required")
        @Pattern(regexp = Role.USER + "|" + Role.ADMIN, message = "must be user or admin")
        String role,

        @NotNull(message = "is required") Boolean isActive,
        @FullName @Nullable String fullName) {

    static UserRights of(User user) {
        return new UserRights(user.role(), user.isActive(), user.fullName());
    }

    boolean isAdministrator() {
        return isActive && role.equals(Role.ADMIN);
    }
}
