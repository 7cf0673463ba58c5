package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The table {@code refresh_tokens}: hashes only. */
@Singleton
class RefreshTokenRepository {

    private static final String INSERT = """
            insert into refresh_tokens (hash, session_id, issued_at) values ($1, $2, $3)
            """;

    private static final String TAKE = """
            update refresh_tokens set used_at = $2
            where hash = $1 and used_at is null
            """;

    private static final String SESSION_OF = """
            select session_id from refresh_tokens where hash = $1
            """;

    private static final String UNUSED = """
            select session_id from refresh_tokens where hash = $1 and used_at is null
            """;

    private static final String DELETE_USED = """
            delete from refresh_tokens
            where hash in (select hash from refresh_tokens where used_at < $1 limit $2 for update skip locked)
            """;

    private final Pool pool;

    RefreshTokenRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(SqlClient client, byte[] hash, UUID sessionId, Instant now) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.of(Buffer.buffer(hash), sessionId, utc(now)))
                .replaceWithVoid();
    }

    /** Whether a token is used for the first time: of several at once, one is. */
    Uni<Boolean> take(SqlClient transaction, byte[] hash, Instant now) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(Buffer.buffer(hash), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The session of a token, used or not. */
    Uni<Optional<UUID>> sessionOf(byte[] hash) {
        return pool.preparedQuery(SESSION_OF)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(RefreshTokenRepository::session);
    }

    /** The session of a token that has not been used. */
    Uni<Optional<UUID>> unused(byte[] hash) {
        return pool.preparedQuery(UNUSED).execute(Tuple.of(Buffer.buffer(hash))).map(RefreshTokenRepository::session);
    }

    /** Deletes some that were used before {@code before}, of which long sessions would keep thousands; gives how many. */
    Uni<Integer> deleteUsed(Instant before, int most) {
        return pool.preparedQuery(DELETE_USED)
                .execute(Tuple.of(utc(before), most))
                .map(RowSet::rowCount);
    }

    private static Optional<UUID> session(RowSet<Row> rows) {
        return rows.stream().findFirst().map(row -> row.getUUID("session_id"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
