package io.ymera.auth.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants to be a user sends.
 *
 * @param username 3 to 50 ASCII letters, digits, dots, underscores and hyphens; unique whatever the case
 * @param email an address, up to 254 characters; unique whatever the case
 * @param password as {@link io.ymera.auth.password.PasswordRules} want it
 * @param fullName up to 200 characters, or null
 */
record Registration(
        @NotNull(message = "is required")
        @Pattern(
                regexp = "[a-zA-Z0-9._-]{3,50}",
                message = "must be 3 to 50 letters, digits, dots, underscores or hyphens")
        String username,

        @NotNull(message = "is required")
        @Size(max = 254, message = "must have at most 254 characters")
        @Pattern(regexp = "[^@\\s\\p{Cc}\\p{Cs}]+@[^@\\s\\p{Cc}\\p{Cs}]+", message = "must be an e-mail address")
        String email,

        @NotNull(message = "is required") String password,

        @Size(max = 200, message = "must have at most 200 characters")
        @Pattern(
                regexp = "[^\\x00\\p{Cs}]*",
                message = "must be valid Unicode without U+0000",
                flags = Pattern.Flag.DOTALL)
        @Nullable
        String fullName) {

    /** What the password must not be made of. */
    List<String> ownWords() {
        return fullName == null ? List.of(username, email) : List.of(username, email, fullName);
    }

    @Override
    public String toString() {
        return "Registration[username=" + username + "]";
    }
}
