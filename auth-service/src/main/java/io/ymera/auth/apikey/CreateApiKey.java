package io.ymera.auth.apikey;

import io.ymera.web.json.KnownMembersOnly;
import io.ymera.web.problem.ApiException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /users/me/api-keys}.
 *
 * @param name what its user calls it, 1 to 100 characters
 * @param scopes at least one, see {@link KeyScopes}
 * @param expiresAt when it expires, at most {@value #MOST_DAYS} days from now
 * @param expiresInDays the same in days, 1 to {@value #MOST_DAYS}; with neither it is {@value #USUAL_DAYS}
 */
@KnownMembersOnly
record CreateApiKey(
        @NotNull(message = "is required")
        @Size(min = 1, max = 100, message = "must have 1 to 100 characters")
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must not have control characters")
        String name,

        @NotNull(message = "is required") @Size(max = 50, message = "must have at most 50 scopes")
        List<@NotNull(message = "must be a scope") String> scopes,

        @Nullable Instant expiresAt,

        @Min(value = 1, message = DAYS) @Max(value = MOST_DAYS, message = DAYS) @Nullable
        Integer expiresInDays) {

    static final int MOST_DAYS = 365;
    static final int USUAL_DAYS = 90;

    private static final String DAYS = "must be from 1 to 365";

    /**
     * When it expires.
     *
     * @throws ApiException if that was said in two ways, is over, or is too late
     */
    Instant expiry(Instant now) {
        if (expiresAt == null) {
            return now.plus(Duration.ofDays(expiresInDays == null ? USUAL_DAYS : expiresInDays));
        }
        if (expiresInDays != null) {
            throw ApiException.invalid("/expires_in_days", "must be left out where there is an expires_at");
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(Duration.ofDays(MOST_DAYS)))) {
            throw ApiException.invalid(
                    "/expires_at", "must be in the future, at most %d days from now".formatted(MOST_DAYS));
        }
        return expiresAt;
    }
}
