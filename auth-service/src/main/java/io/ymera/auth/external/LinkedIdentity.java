package io.ymera.auth.external;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * Who a user is at the provider.
 *
 * @param issuer the provider's
 * @param subject the user's id there
 * @param linkedAt since when it is a way in
 */
record LinkedIdentity(String issuer, String subject, Instant linkedAt) {

    static LinkedIdentity from(Row row) {
        return new LinkedIdentity(
                row.getString("issuer"),
                row.getString("subject"),
                row.getOffsetDateTime("linked_at").toInstant());
    }
}
