package io.ymera.auth.totp;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code totp} and {@code recovery_codes}. */
@Singleton
class TotpRepository {

    private static final String FIND = """
            select secret, created_at, confirmed_at,
                (select count(*) from recovery_codes c where c.user_id = $1 and c.used_at is null) as recovery_codes
            from totp
            where user_id = $1
            """;

    // One that is active is not replaced
    private static final String PREPARE = """
            insert into totp (user_id, secret, created_at)
            values ($1, $2, $3)
            on conflict (user_id) do update
            set secret = excluded.secret, created_at = excluded.created_at
            where totp.confirmed_at is null
            """;

    private static final String CONFIRM = """
            update totp
            set confirmed_at = $3, last_step = $4
            where user_id = $1 and secret = $2 and confirmed_at is null
            """;

    private static final String TAKE_STEP = """
            update totp
            set last_step = $2
            where user_id = $1 and last_step < $2 and confirmed_at is not null
            """;

    private static final String INSERT_CODES = """
            insert into recovery_codes (user_id, hash) select $1, unnest($2::bytea[])
            """;

    private static final String TAKE_CODE = """
            update recovery_codes set used_at = $3 where user_id = $1 and hash = $2 and used_at is null
            """;

    private static final String DELETE = """
            with codes as (delete from recovery_codes where user_id = $1)
            delete from totp where user_id = $1 returning confirmed_at is not null
            """;

    private final Pool pool;

    TotpRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * A row.
     *
     * @param secret encrypted
     * @param confirmedAt since when it is asked for; null if it is not yet
     * @param recoveryCodes that have not been used
     */
    record Stored(
            byte[] secret, Instant createdAt, @Nullable Instant confirmedAt, int recoveryCodes) {

        static Stored from(Row row) {
            OffsetDateTime confirmed = row.getOffsetDateTime("confirmed_at");
            return new Stored(
                    row.getBuffer("secret").getBytes(),
                    row.getOffsetDateTime("created_at").toInstant(),
                    confirmed == null ? null : confirmed.toInstant(),
                    row.getLong("recovery_codes").intValue());
        }
    }

    Uni<Optional<Stored>> find(UUID userId) {
        return find(pool, userId);
    }

    Uni<Optional<Stored>> find(SqlClient client, UUID userId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(userId))
                .map(rows -> rows.stream().findFirst().map(Stored::from));
    }

    /** False if there is one that is active. */
    Uni<Boolean> prepare(SqlClient transaction, UUID userId, byte[] secret, Instant now) {
        return changed(transaction, PREPARE, Tuple.of(userId, Buffer.buffer(secret), utc(now)));
    }

    /** False if it has been confirmed or replaced meanwhile. */
    Uni<Boolean> confirm(SqlClient transaction, UUID userId, byte[] secret, Instant now, long step) {
        return changed(transaction, CONFIRM, Tuple.of(userId, Buffer.buffer(secret), utc(now), step));
    }

    /** False if a code of this step or a later one has been taken before: of several at once, one gets it. */
    Uni<Boolean> takeStep(SqlClient transaction, UUID userId, long step) {
        return changed(transaction, TAKE_STEP, Tuple.of(userId, step));
    }

    Uni<Void> insertCodes(SqlClient transaction, UUID userId, List<byte[]> hashes) {
        Buffer[] all = hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new);
        return transaction
                .preparedQuery(INSERT_CODES)
                .execute(Tuple.of(userId, all))
                .replaceWithVoid();
    }

    /** False if there is no such code, or it is used up. */
    Uni<Boolean> takeCode(SqlClient transaction, UUID userId, byte[] hash, Instant now) {
        return changed(transaction, TAKE_CODE, Tuple.of(userId, Buffer.buffer(hash), utc(now)));
    }

    /** Whether there was one that had been confirmed. */
    Uni<Boolean> delete(SqlClient transaction, UUID userId) {
        return transaction.preparedQuery(DELETE).execute(Tuple.of(userId)).map(rows -> rows.stream()
                .anyMatch(row -> row.getBoolean(0)));
    }

    private static Uni<Boolean> changed(SqlClient client, String statement, Tuple values) {
        return client.preparedQuery(statement).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
