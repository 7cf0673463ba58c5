package io.ymera.auth.revocation;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A grant that has ended.
 *
 * @param seq its number in the order of commits
 * @param grantId the {@code sid} of its tokens
 * @param expiresAt when the last of these has expired, and nobody needs to know this any more
 */
record Revocation(long seq, UUID grantId, Instant expiresAt) {

    /** When the last token of each of these grants has expired. */
    static Map<UUID, Instant> byGrant(List<Revocation> revocations) {
        return revocations.stream()
                .collect(Collectors.toMap(Revocation::grantId, Revocation::expiresAt, (one, other) -> other));
    }

    static Revocation from(Row row) {
        return new Revocation(
                row.getLong("seq"),
                row.getUUID("grant_id"),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
