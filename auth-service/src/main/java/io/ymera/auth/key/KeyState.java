package io.ymera.auth.key;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A key, as administrators may see it.
 *
 * @param kid its id
 * @param algorithm RS256, ES256 or EdDSA
 * @param status where it is in its life
 * @param createdAt when it was made and published
 * @param activatedAt since when it has signed; null if it has not
 * @param retiredAt since when it has signed no more; null if it may
 * @param expiresAt when the last of its tokens will have expired, and it goes; null if it is not retired
 */
record KeyState(
        String kid,
        String algorithm,
        KeyStatus status,
        Instant createdAt,
        @Nullable Instant activatedAt,
        @Nullable Instant retiredAt,
        @Nullable Instant expiresAt) {

    static KeyState from(Row row) {
        return new KeyState(
                row.getString("kid"),
                row.getString("algorithm"),
                KeyStatus.of(row.getString("status")),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("activated_at")),
                instant(row.getOffsetDateTime("retired_at")),
                instant(row.getOffsetDateTime("expires_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
