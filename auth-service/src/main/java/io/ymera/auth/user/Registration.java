package io.ymera.auth.user;

import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants to be a user sends.
 *
 * @param username unique whatever the case
 * @param email unique whatever the case
 * @param password 12 to 1024 characters
 * @param fullName may be null
 */
@KnownMembersOnly
record Registration(
        @NotNull(message = "is required") @Username String username,
        @NotNull(message = "is required") @EmailAddress String email,

        @NotNull(message = "is required") @Size(min = 12, max = 1024, message = "must have 12 to 1024 characters")
        String password,

        @FullName @Nullable String fullName) {

    @Override
    public String toString() {
        return "Registration[username=" + username + "]";
    }
}
