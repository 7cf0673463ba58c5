package io.ymera.auth.apikey;

import io.vertx.mutiny.sqlclient.Row;
import io.ymera.auth.token.Grant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key and the user whose it is, as both are now.
 *
 * @param role the user's, which may be another than when the key was made
 */
record KeyHolder(
        UUID keyId,
        UUID userId,
        String username,
        String role,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        boolean isRevoked,
        boolean isUserActive,
        @Nullable Instant lastUsedAt) {

    static KeyHolder from(Row row) {
        OffsetDateTime lastUsed = row.getOffsetDateTime("last_used_at");
        return new KeyHolder(
                row.getUUID("id"),
                row.getUUID("user_id"),
                row.getString("username"),
                row.getString("role"),
                Set.of(row.getArrayOfStrings("scopes")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getOffsetDateTime("revoked_at") != null,
                row.getBoolean("is_active"),
                lastUsed == null ? null : lastUsed.toInstant());
    }

    /** Why the key is not good at {@code now}; empty if it is. */
    Optional<String> objection(Instant now) {
        if (isRevoked) {
            return Optional.of("revoked");
        }
        if (!now.isBefore(expiresAt)) {
            return Optional.of("expired");
        }
        return isUserActive ? Optional.empty() : Optional.of("user is not active");
    }

    Grant grant(Set<String> limitedTo) {
        return Grant.ofApiKey(keyId, userId, username, role, limitedTo);
    }
}
