package io.ymera.auth.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * @param username the user name or the e-mail address, in any case
 * @param password up to 1024 characters
 */
record LoginRequest(
        @NotNull(message = "is required")
        @Size(min = 1, max = 254, message = "must have 1 to 254 characters")
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must not have control characters")
        String username,

        @NotNull(message = "is required") @Size(min = 1, max = 1024, message = "must have 1 to 1024 characters")
        String password) {

    @Override
    public String toString() {
        return "LoginRequest[]";
    }
}
