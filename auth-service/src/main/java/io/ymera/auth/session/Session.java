package io.ymera.auth.session;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param id UUIDv7
 * @param userId whose
 * @param createdAt the login
 * @param lastUsedAt the last refresh, or the login
 * @param expiresAt when it is over, however much it is used
 * @param endedAt when it was ended; null if it was not
 * @param address where it was last used from, or null
 * @param userAgent what it was begun with, or null
 */
record Session(
        UUID id,
        UUID userId,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String address,
        @Nullable String userAgent) {

    static Session from(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new Session(
                row.getUUID("id"),
                row.getUUID("user_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("last_used_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("address"),
                row.getString("user_agent"));
    }
}
