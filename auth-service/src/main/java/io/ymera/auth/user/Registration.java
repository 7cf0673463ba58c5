package io.ymera.auth.user;

import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants to be a user sends.
 *
 * @param username unique whatever the case
 * @param email unique whatever the case
 * @param password as {@link io.ymera.auth.password.PasswordRules} want it
 * @param fullName may be null
 */
@KnownMembersOnly
record Registration(
        @NotNull(message = "is required") @Username String username,
        @NotNull(message = "is required") @EmailAddress String email,

        @NotNull(message = "is required") String password,
        @FullName @Nullable String fullName) {

    /** What the password must not be made of. */
    List<String> ownWords() {
        return User.ownWords(username, email, fullName);
    }

    @Override
    public String toString() {
        return "Registration[username=" + username + "]";
    }
}
