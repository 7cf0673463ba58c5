package io.ymera.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user, as shown to that user and to administrators.
 *
 * @param userId UUIDv7
 * @param username as typed at registration; unique whatever its case
 * @param email as typed at registration; unique whatever its case
 * @param fullName what the user likes to be called, or null
 * @param role {@code user} or {@code admin}, see {@link io.ymera.contracts.identity.Role}
 * @param isActive whether the user may do anything; an administrator can say no
 * @param createdAt when the user registered
 */
@RegisterForReflection
public record User(
        UUID userId,
        String username,
        String email,
        @Nullable String fullName,
        String role,
        boolean isActive,
        Instant createdAt) {

    /** What the user's password must not be made of. */
    public List<String> ownWords() {
        return ownWords(username, email, fullName);
    }

    /** The same of a user to be. */
    public static List<String> ownWords(String username, String email, @Nullable String fullName) {
        return fullName == null ? List.of(username, email) : List.of(username, email, fullName);
    }

    static User from(Row row) {
        return new User(
                row.getUUID("id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("full_name"),
                row.getString("role"),
                row.getBoolean("is_active"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
