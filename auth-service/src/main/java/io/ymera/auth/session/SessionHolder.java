package io.ymera.auth.session;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A session that goes on, with what its tokens say of its user now.
 *
 * @param sessionId which
 * @param userId whose
 * @param username as the user is called now
 * @param role the user's role now
 * @param expiresAt when it is over, however much it is used
 */
record SessionHolder(UUID sessionId, UUID userId, String username, String role, Instant expiresAt) {

    static SessionHolder from(Row row) {
        return new SessionHolder(
                row.getUUID("id"),
                row.getUUID("user_id"),
                row.getString("username"),
                row.getString("role"),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
