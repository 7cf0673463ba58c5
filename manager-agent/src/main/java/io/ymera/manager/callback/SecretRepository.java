package io.ymera.manager.callback;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.callback.Secrets.SecretView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

@Singleton
class SecretRepository {

    private static final String PUT = """
            INSERT INTO callback_secrets AS there (owner, secret, created_at) VALUES ($1, $2, $3)
            ON CONFLICT (owner) DO UPDATE
               SET secret = excluded.secret, created_at = excluded.created_at,
                   previous = there.secret, previous_until = $4
            RETURNING created_at, previous_until
            """;

    private static final String FIND = """
            SELECT created_at, previous_until FROM callback_secrets WHERE owner = $1
            """;

    private final Pool pool;

    SecretRepository(Pool pool) {
        this.pool = pool;
    }

    /** The one that is there becomes the previous one, until {@code previousUntil}. */
    Uni<SecretView> put(String owner, byte[] encrypted, Instant now, Instant previousUntil) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(owner, Buffer.buffer(encrypted), now.atOffset(UTC), previousUntil.atOffset(UTC)))
                .map(rows -> view(rows.iterator().next()));
    }

    Uni<Optional<SecretView>> find(String owner) {
        return find(pool, owner);
    }

    Uni<Optional<SecretView>> find(SqlClient client, String owner) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(owner))
                .map(rows -> rows.stream().map(SecretRepository::view).findFirst());
    }

    private static SecretView view(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("previous_until");
        return new SecretView(
                row.getOffsetDateTime("created_at").toInstant(), until == null ? null : until.toInstant());
    }
}
