package io.ymera.auth.account;

import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /users/me/password}.
 *
 * @param currentPassword the one so far
 * @param newPassword as {@link io.ymera.auth.password.PasswordRules} want it
 * @param endApiKeys whether all API keys end as well; null for no
 */
@KnownMembersOnly
record PasswordChange(
        @NotNull(message = "is required") @Size(min = 1, max = 4096, message = "must have 1 to 1024 characters")
        String currentPassword,

        @NotNull(message = "is required") String newPassword,
        @Nullable Boolean endApiKeys) {

    boolean endsApiKeys() {
        return Boolean.TRUE.equals(endApiKeys);
    }

    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
