package io.ymera.auth.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param username the user name or the e-mail address, in any case
 * @param password up to 1024 characters
 * @param totpCode for users with a second factor: six digits, or a recovery code
 */
record LoginRequest(
        @NotNull(message = "is required")
        @Size(min = 1, max = 254, message = "must have 1 to 254 characters")
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must not have control characters")
        String username,

        // Counted before accents are composed, hence more than 1024
        @NotNull(message = "is required") @Size(min = 1, max = 4096, message = "must have 1 to 1024 characters")
        String password,

        @Size(max = 64, message = "must have at most 64 characters") @Nullable
        String totpCode) {

    @Override
    public String toString() {
        return "LoginRequest[]";
    }
}
