package io.ymera.auth.client;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.ymera.auth.token.Grant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a client of the database to give it a token.
 *
 * @param lastUsedAt when that was last done and written down, or null
 */
record StoredClient(
        String clientId,
        SecretHashes secrets,
        Set<String> taskTypes,
        UUID grantId,
        boolean isActive,
        @Nullable Instant lastUsedAt) {

    static final String COLUMNS = """
            client_id, secret_hash, previous_hash, previous_until, task_types, grant_id, is_active, last_used_at\
            """;

    static StoredClient from(Row row) {
        Buffer previous = row.getBuffer("previous_hash");
        return new StoredClient(
                row.getString("client_id"),
                new SecretHashes(
                        row.getBuffer("secret_hash").getBytes(),
                        previous == null ? null : previous.getBytes(),
                        instant(row.getOffsetDateTime("previous_until"))),
                Set.of(row.getArrayOfStrings("task_types")),
                row.getUUID("grant_id"),
                row.getBoolean("is_active"),
                instant(row.getOffsetDateTime("last_used_at")));
    }

    Grant grant() {
        return Grant.ofClient(grantId, clientId, taskTypes);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
