package io.ymera.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.ymera.persistence.Transactions;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Here, as the tests of common/persistence have no PostgreSQL. */
@QuarkusTest
class TransactionsTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Test
    void whatADeadlockRollsBackIsDoneAgain() {
        // Given two that lock the same crosswise, once both have the first lock
        long one = System.nanoTime();
        AtomicInteger runs = new AtomicInteger();
        Uni<Void> both = Uni.join()
                .all(crosswise(one, one + 1, runs), crosswise(one + 1, one, runs))
                .andFailFast()
                .replaceWithVoid();

        both.await().indefinitely();

        assertThat(runs).hasValue(3);
    }

    private Uni<Void> crosswise(long first, long second, AtomicInteger runs) {
        return Transactions.in(database, transaction -> {
            int run = runs.incrementAndGet();
            return lock(transaction, first)
                    .chain(() -> run > 2 ? Uni.createFrom().voidItem() : otherHas(transaction, second))
                    .chain(() -> lock(transaction, second));
        });
    }

    /** The deadlock is to be in the statistics at once, which another test looks at. */
    private static Uni<Void> lock(SqlClient transaction, long key) {
        return transaction
                .preparedQuery("select pg_advisory_xact_lock($1), pg_stat_force_next_flush()")
                .execute(Tuple.of(key))
                .replaceWithVoid();
    }

    /** Asks until somebody else has locked {@code key}. */
    private static Uni<Void> otherHas(SqlClient transaction, long key) {
        return transaction
                .preparedQuery("""
                        select exists (
                            select 1 from pg_locks
                            where locktype = 'advisory' and granted and (classid::bigint << 32) + objid::bigint = $1)
                        """)
                .execute(Tuple.of(key))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? Uni.createFrom().voidItem()
                        : otherHas(transaction, key));
    }

    @Test
    void itGivesUpAfterAFewTimes() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> Transactions.in(database, transaction -> {
                            runs.incrementAndGet();
                            return transaction
                                    .query("do $$ begin raise exception using errcode = '40P01'; end $$")
                                    .execute();
                        })
                        .await()
                        .indefinitely())
                .isInstanceOf(PgException.class);

        assertThat(runs).hasValue(4);
    }

    @Test
    void whatIsWrongIsNotDoneAgain() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> Transactions.in(database, transaction -> {
                            runs.incrementAndGet();
                            return transaction.query("select 1 / 0").execute();
                        })
                        .await()
                        .indefinitely())
                .isInstanceOf(PgException.class);

        assertThat(runs).hasValue(1);
    }
}
