package io.ymera.auth.user;

import org.jspecify.annotations.Nullable;

/**
 * A user to be.
 *
 * @param username see {@link Username}
 * @param email see {@link EmailAddress}
 * @param fullName see {@link FullName}; may be null
 * @param role {@code user} or {@code admin}
 * @param passwordHash in PHC string format
 */
public record NewUser(
        String username, String email, @Nullable String fullName, String role, String passwordHash) {

    @Override
    public String toString() {
        return "NewUser[username=" + username + "]";
    }
}
