package io.ymera.auth.user;

import org.jspecify.annotations.Nullable;

/**
 * Which users are to be listed; null stands for no restriction.
 *
 * @param role {@code user} or {@code admin}
 * @param isActive whether they may log in
 * @param prefix what the user name or the e-mail address begins with, in whatever case
 */
public record UserFilter(
        @Nullable String role,
        @Nullable Boolean isActive,
        @Nullable String prefix) {}
