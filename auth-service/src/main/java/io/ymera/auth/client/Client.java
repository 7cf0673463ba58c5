package io.ymera.auth.client;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A client, as administrators see it. Of one of the file only the first four are known.
 *
 * @param taskTypes that its agents may serve, {@code *} for all
 * @param isActive whether it gets tokens
 * @param createdBy the id of the administrator who made it
 * @param secretChangedAt since when it has its present secret
 * @param previousSecretUntil until when the secret before is good as well; null if it is not
 * @param lastUsedAt when it got a token, to the minute
 */
@RegisterForReflection
record Client(
        String clientId,
        @Nullable String description,
        List<String> taskTypes,
        Source source,
        boolean isActive,
        @Nullable Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant secretChangedAt,
        @Nullable Instant previousSecretUntil,
        @Nullable Instant lastUsedAt) {

    /** Where it is kept. */
    @Schema(name = "ClientSource")
    enum Source {
        FILE,
        DATABASE;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String COLUMNS = """
            client_id, description, task_types, is_active, created_at, created_by, secret_changed_at, previous_until, \
            last_used_at\
            """;

    static Client from(Row row) {
        return new Client(
                row.getString("client_id"),
                row.getString("description"),
                List.of(row.getArrayOfStrings("task_types")),
                Source.DATABASE,
                row.getBoolean("is_active"),
                instant(row.getOffsetDateTime("created_at")),
                row.getString("created_by"),
                instant(row.getOffsetDateTime("secret_changed_at")),
                instant(row.getOffsetDateTime("previous_until")),
                instant(row.getOffsetDateTime("last_used_at")));
    }

    /** The same at {@code now}: a secret that is not good any more is not mentioned. */
    Client at(Instant now) {
        boolean over = previousSecretUntil != null && !now.isBefore(previousSecretUntil);
        return over
                ? new Client(
                        clientId,
                        description,
                        taskTypes,
                        source,
                        isActive,
                        createdAt,
                        createdBy,
                        secretChangedAt,
                        null,
                        lastUsedAt)
                : this;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
