package io.ymera.auth.setup;

import io.ymera.auth.user.EmailAddress;
import io.ymera.auth.user.FullName;
import io.ymera.auth.user.Username;
import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the operator sends to become the first administrator.
 *
 * @param setupToken as it was printed
 * @param password as {@link io.ymera.auth.password.PasswordRules} want it
 * @param fullName may be null
 */
@KnownMembersOnly
record SetupRequest(
        @NotNull(message = "is required") @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String setupToken,

        @NotNull(message = "is required") @Username String username,
        @NotNull(message = "is required") @EmailAddress String email,

        @NotNull(message = "is required") String password,
        @FullName @Nullable String fullName) {

    @Override
    public String toString() {
        return "SetupRequest[username=" + username + "]";
    }
}
