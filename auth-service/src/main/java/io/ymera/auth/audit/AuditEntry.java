package io.ymera.auth.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was recorded, and as administrators see it.
 *
 * @param eventId UUIDv7
 * @param outcome {@code success} or {@code failure}
 * @param details of strings, sorted by their names; whatever else is in the database was not put there by us
 * @param seq its number in the chain, from 1; null until it has been linked
 * @param hash see {@link ChainHash}, in hexadecimal; null until it has been linked
 */
@RegisterForReflection
record AuditEntry(
        UUID eventId,
        Instant occurredAt,
        String action,
        String outcome,
        @Nullable String actor,
        @Nullable String target,
        @Nullable String address,
        Map<String, Object> details,
        @Nullable Long seq,
        @Nullable String hash) {

    static AuditEntry from(Row row) {
        Buffer hash = row.getBuffer("hash");
        return new AuditEntry(
                row.getUUID("id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("actor"),
                row.getString("target"),
                row.getString("address"),
                details(row.getValue("details")),
                row.getLong("seq"),
                hash == null ? null : HexFormat.of().formatHex(hash.getBytes()));
    }

    private static Map<String, Object> details(@Nullable Object json) {
        return json instanceof JsonObject object
                ? Collections.unmodifiableMap(new TreeMap<>(object.getMap()))
                : Map.of("", String.valueOf(json));
    }
}
