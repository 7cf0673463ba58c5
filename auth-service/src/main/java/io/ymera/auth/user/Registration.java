package io.ymera.auth.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants to be a user sends.
 *
 * @param username 3 to 50 ASCII letters, digits, dots, underscores and hyphens; unique whatever the case
 * @param email an address, up to 254 characters; unique whatever the case
 * @param password 12 to 1024 characters
 * @param fullName up to 200 characters, or null
 */
record Registration(
        @NotNull(message = "is required")
        @Pattern(
                regexp = "[a-zA-Z0-9._-]{3,50}",
                message = "must be 3 to 50 letters, digits, dots, underscores or hyphens")
        String username,

        @NotNull(message = "is required")
        @Size(max = LONGEST_EMAIL, message = "must have at most 254 characters")
        @Pattern(regexp = EMAIL, message = "must be an e-mail address")
        String email,

        @NotNull(message = "is required") @Size(min = 12, max = 1024, message = "must have 12 to 1024 characters")
        String password,

        @Size(max = LONGEST_NAME, message = "must have at most 200 characters")
        @Pattern(regexp = TEXT, message = "must be valid Unicode without U+0000", flags = Pattern.Flag.DOTALL)
        @Nullable
        String fullName) {

    static final int LONGEST_EMAIL = 254;
    static final int LONGEST_NAME = 200;
    static final String EMAIL = "[^@\\s\\p{Cc}\\p{Cs}]+@[^@\\s\\p{Cc}\\p{Cs}]+";
    static final String TEXT = "[^\\x00\\p{Cs}]*";

    @Override
    public String toString() {
        return "Registration[username=" + username + "]";
    }
}
