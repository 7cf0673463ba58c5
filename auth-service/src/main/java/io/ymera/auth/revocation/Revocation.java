package io.ymera.auth.revocation;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A grant that has ended.
 *
 * @param seq its number in the order of commits
 * @param grantId the {@code sid} of its tokens
 * @param expiresAt when the last of these has expired, and nobody needs to know this any more
 */
record Revocation(long seq, UUID grantId, Instant expiresAt) {

    static Revocation from(Row row) {
        return new Revocation(
                row.getLong("seq"),
                row.getUUID("grant_id"),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
