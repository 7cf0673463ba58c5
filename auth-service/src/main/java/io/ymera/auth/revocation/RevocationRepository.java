package io.ymera.auth.revocation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code revocations}. */
@Singleton
class RevocationRepository {

    /** Any number that no other advisory lock of this database has. */
    private static final long LOCK = 0x7265766f6b6564L;

    // The lock comes before the numbers and is held until the commit: who has seen a number has seen all before it
    private static final String INSERT = """
            with turn as materialized (select pg_advisory_xact_lock($1))
            insert into revocations (grant_id, expires_at)
            select grant_id, $3 from turn, unnest($2::uuid[]) as grant_id
            """;

    private static final String AFTER = """
            select seq, grant_id, expires_at from revocations
            where seq > $1 and expires_at > $2
            order by seq
            """;

    private static final String DELETE_EXPIRED = """
            delete from revocations where expires_at <= $1
            """;

    private final Pool pool;

    RevocationRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(SqlClient transaction, Collection<UUID> grantIds, Instant expiresAt) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(LOCK, grantIds.toArray(UUID[]::new), expiresAt.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Those with a greater number than {@code seq} that have not expired, in their order. */
    Uni<List<Revocation>> after(long seq, Instant now) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(seq, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.stream().map(Revocation::from).toList());
    }

    Uni<Void> deleteExpired(Instant now) {
        return pool.preparedQuery(DELETE_EXPIRED)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
