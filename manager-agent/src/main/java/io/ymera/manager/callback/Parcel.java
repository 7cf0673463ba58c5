package io.ymera.manager.callback;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A callback that is to be sent now, by whoever claimed it.
 *
 * @param attempt which one this is, from 1
 * @param createdAt when the task ended
 * @param secrets what the owner's callbacks are signed with, encrypted
 */
record Parcel(
        UUID id,
        String owner,
        String host,
        String url,
        String body,
        int attempt,
        Instant createdAt,
        StoredSecrets secrets) {

    static Parcel from(Row row) {
        return new Parcel(
                row.getUUID("id"),
                row.getString("owner"),
                row.getString("host"),
                row.getString("url"),
                row.getString("body"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant(),
                StoredSecrets.from(row));
    }
}
