package io.ymera.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** Does work in transactions. Non-blocking. */
public final class Transactions {

    private static final int RETRIES = 3;

    private Transactions() {}

    /**
     * Does {@code work} in a transaction, which is committed if it completes and rolled back if it fails. When PostgreSQL rolls
     * it back in favour of another, as after a deadlock, it is done again a few times: so {@code work} may have no other effects.
     *
     * @param work what is to be done, with the transaction's connection
     * @return what {@code work} gives, once it is committed; fails as it does
     */
    public static <T> Uni<T> in(Pool pool, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work)
                .onFailure(SqlState::isRollback)
                .retry()
                .atMost(RETRIES);
    }
}
