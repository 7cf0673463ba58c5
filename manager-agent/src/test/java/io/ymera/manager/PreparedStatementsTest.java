package io.ymera.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What PostgreSQL keeps for a connection of the pool. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class PreparedStatementsTest {

    private static final String LONG = "SELECT 1 -- " + "very ".repeat(2_000) + "long";

    @Inject
    Pool pool;

    @Test
    void evenTheLongestStatementIsParsedOnce() {
        RowSet<Row> prepared = QueueFixture.await(pool.withConnection(connection -> connection
                .preparedQuery(LONG)
                .execute()
                .chain(() -> connection.preparedQuery(LONG).execute())
                .chain(() -> connection
                        .query("SELECT name FROM pg_prepared_statements WHERE statement LIKE 'SELECT 1 -- very%'")
                        .execute())));

        assertThat(prepared.size()).isEqualTo(1);
    }

    @Test
    void statementsHaveALimit() {
        assertThat(QueueFixture.await(pool.query("SHOW statement_timeout").execute())
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("20s");
    }
}
