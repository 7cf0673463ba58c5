package io.ymera.auth.apikey;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code api_keys}. */
@Singleton
class ApiKeyRepository {

    // Those who make keys for one user take turns, and none is made beside a deactivation
    private static final String LOCK_USER = """
            select 1 from users where id = $1 and is_active for no key update
            """;

    private static final String COUNT = """
            select count(*) from api_keys where user_id = $1 and revoked_at is null and expires_at > $2
            """;

    private static final String INSERT = """
            insert into api_keys (id, user_id, name, prefix, hash, scopes, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            returning %s
            """.formatted(ApiKey.COLUMNS);

    private static final String DELETE_OLD = """
            delete from api_keys
            where id in (select id from api_keys
                         where user_id = $1 and (revoked_at is not null or expires_at <= $2)
                         order by id desc offset $3)
            """;

    private static final String OF_USER = """
            select %s from api_keys where user_id = $1 order by id desc
            """.formatted(ApiKey.COLUMNS);

    private static final String REVOKE = """
            update api_keys set revoked_at = $3 where id = $1 and user_id = $2 and revoked_at is null
            """;

    private static final String EXISTS = """
            select 1 from api_keys where id = $1 and user_id = $2
            """;

    private static final String REVOKE_ALL = """
            with locked as materialized (
                select id from api_keys where user_id = $1 and revoked_at is null order by id for update
            )
            update api_keys set revoked_at = $2 where id in (select id from locked) returning id
            """;

    private static final String HOLDER = """
            select k.id, k.user_id, u.username, u.role, u.is_active, k.scopes, k.created_at, k.expires_at, k.revoked_at,
                k.last_used_at
            from api_keys k join users u on u.id = k.user_id
            where k.hash = $1
            """;

    // The one who finds the row locked leaves it to the other, so that a burst does not queue up
    private static final String NOTE_USE = """
            update api_keys set last_used_at = $2
            where id = (select id from api_keys
                        where id = $1 and (last_used_at is null or last_used_at <= $3)
                        for no key update skip locked)
            """;

    private final Pool pool;

    ApiKeyRepository(Pool pool) {
        this.pool = pool;
    }

    /** Whether there is such a user, of whom nobody else makes a key or changes anything until the transaction ends. */
    Uni<Boolean> lockUser(SqlClient transaction, UUID userId) {
        return transaction.preparedQuery(LOCK_USER).execute(Tuple.of(userId)).map(rows -> rows.rowCount() == 1);
    }

    /** How many good keys the user has. */
    Uni<Long> count(SqlClient transaction, UUID userId, Instant now) {
        return transaction
                .preparedQuery(COUNT)
                .execute(Tuple.of(userId, now.atOffset(UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<ApiKey> insert(
            SqlClient transaction,
            UUID id,
            UUID userId,
            String name,
            KeyText key,
            String[] scopes,
            Instant now,
            Instant expiresAt) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        userId,
                        name,
                        key.shown(),
                        Buffer.buffer(key.hash()),
                        scopes,
                        now.atOffset(UTC),
                        expiresAt.atOffset(UTC))))
                .map(rows -> ApiKey.from(rows.iterator().next()));
    }

    /** Deletes the user's keys that are over, but for the newest {@code kept} of them. */
    Uni<Void> deleteOld(SqlClient transaction, UUID userId, Instant now, int kept) {
        return transaction
                .preparedQuery(DELETE_OLD)
                .execute(Tuple.of(userId, now.atOffset(UTC), kept))
                .replaceWithVoid();
    }

    /** The newest first. */
    Uni<List<ApiKey>> ofUser(UUID userId) {
        return pool.preparedQuery(OF_USER)
                .execute(Tuple.of(userId))
                .map(rows -> rows.stream().map(ApiKey::from).toList());
    }

    /** Whether it was this that ended the key. */
    Uni<Boolean> revoke(SqlClient transaction, UUID id, UUID userId, Instant now) {
        return transaction
                .preparedQuery(REVOKE)
                .execute(Tuple.of(id, userId, now.atOffset(UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whether the user has or had such a key. */
    Uni<Boolean> exists(SqlClient transaction, UUID id, UUID userId) {
        return transaction.preparedQuery(EXISTS).execute(Tuple.of(id, userId)).map(rows -> rows.rowCount() == 1);
    }

    /** Ends all of the user's keys that had not been ended; gives their ids. */
    Uni<List<UUID>> revokeAll(SqlClient transaction, UUID userId, Instant now) {
        return transaction
                .preparedQuery(REVOKE_ALL)
                .execute(Tuple.of(userId, now.atOffset(UTC)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    /** The key with this digest, whether it is good or not. */
    Uni<Optional<KeyHolder>> holder(byte[] hash) {
        return pool.preparedQuery(HOLDER)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> rows.stream().map(KeyHolder::from).findFirst());
    }

    /** Writes down that the key was used, unless that was done after {@code since}. */
    Uni<Void> noteUse(UUID id, Instant now, Instant since) {
        return pool.preparedQuery(NOTE_USE)
                .execute(Tuple.of(id, now.atOffset(UTC), since.atOffset(UTC)))
                .replaceWithVoid();
    }
}
