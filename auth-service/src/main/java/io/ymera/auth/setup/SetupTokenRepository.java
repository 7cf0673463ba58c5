package io.ymera.auth.setup;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;

/** The table {@code setup_tokens}: hashes only. */
@Singleton
class SetupTokenRepository {

    private static final String INSERT = """
            insert into setup_tokens (hash, created_at) values ($1, $2)
            """;

    private static final String EXISTS = """
            select exists (select 1 from setup_tokens where hash = $1)
            """;

    private static final String DELETE_ALL = """
            delete from setup_tokens
            """;

    private final Pool pool;

    SetupTokenRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(SqlClient transaction, byte[] hash, Instant now) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(Buffer.buffer(hash), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Boolean> exists(byte[] hash) {
        return exists(pool, hash);
    }

    Uni<Boolean> exists(SqlClient client, byte[] hash) {
        return client.preparedQuery(EXISTS)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<Void> deleteAll(SqlClient client) {
        return client.preparedQuery(DELETE_ALL).execute().replaceWithVoid();
    }
}
