package io.ymera.auth.external;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The table {@code external_sign_ins}. */
@Singleton
class SignInRepository {

    // Each one takes some of those with it that never came back
    private static final String INSERT = """
            with given_up as (
                delete from external_sign_ins
                where state_hash in (
                    select state_hash from external_sign_ins where expires_at <= $4 limit 20 for update skip locked)
            )
            insert into external_sign_ins (state_hash, sealed, expires_at) values ($1, $2, $3)
            """;

    private static final String TAKE = """
            delete from external_sign_ins
            where state_hash = $1
            returning sealed, expires_at > $2 as in_time
            """;

    private final Pool pool;

    SignInRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(byte[] stateHash, byte[] sealed, Instant expiresAt, Instant now) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(Buffer.buffer(stateHash), Buffer.buffer(sealed), utc(expiresAt), utc(now)))
                .replaceWithVoid();
    }

    /** What was kept under {@code stateHash}, once; empty if there is nothing, or was until before {@code now}. */
    Uni<Optional<byte[]>> take(byte[] stateHash, Instant now) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(Buffer.buffer(stateHash), utc(now)))
                .map(rows -> rows.stream()
                        .findFirst()
                        .filter(row -> row.getBoolean("in_time"))
                        .map(row -> row.getBuffer("sealed").getBytes()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
