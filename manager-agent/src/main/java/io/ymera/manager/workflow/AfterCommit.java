package io.ymera.manager.workflow;

import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;

/** Runs something when a transaction of somebody else has been committed, and not if it is rolled back. */
final class AfterCommit {

    private final SqlConnection connection;

    private AfterCommit(SqlConnection connection) {
        this.connection = connection;
    }

    /** @throws IllegalArgumentException if there is no transaction */
    static AfterCommit of(SqlClient transaction) {
        if (transaction.getDelegate() instanceof SqlConnection connection && connection.transaction() != null) {
            return new AfterCommit(connection);
        }
        throw new IllegalArgumentException("There is no transaction: " + transaction);
    }

    void run(Runnable action) {
        connection.transaction().completion().onSuccess(done -> action.run());
    }
}
