package io.ymera.manager.callback;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An owner's secrets as they are kept, encrypted.
 *
 * @param current null if there is none
 * @param previous the one before, or null
 * @param previousUntil until when that one signs as well, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredSecrets(
        byte @Nullable [] current,
        byte @Nullable [] previous,
        @Nullable Instant previousUntil) {

    static final String COLUMNS = "secret, previous, previous_until";

    static StoredSecrets from(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("previous_until");
        return new StoredSecrets(
                bytes(row, "secret"), bytes(row, "previous"), until == null ? null : until.toInstant());
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer value = row.getDelegate().getBuffer(column);
        return value == null ? null : value.getBytes();
    }
}
