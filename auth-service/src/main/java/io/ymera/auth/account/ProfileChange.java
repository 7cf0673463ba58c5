package io.ymera.auth.account;

import io.ymera.auth.user.EmailAddress;
import io.ymera.auth.user.FullName;
import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What users want to be known by; the body of {@code PUT /users/me}.
 *
 * @param email the address, as it is or another
 * @param fullName null for none
 * @param password the user's, needed for another address: who has that can log in with it
 */
@KnownMembersOnly
record ProfileChange(
        @NotNull(message = "is required") @EmailAddress String email,
        @FullName @Nullable String fullName,

        @Size(min = 1, max = 4096, message = "must have 1 to 1024 characters") @Nullable
        String password) {

    @Override
    public String toString() {
        return "ProfileChange[]";
    }
}
