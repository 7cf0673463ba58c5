package io.ymera.persistence;

import io.vertx.pgclient.PgException;

/** Reads PostgreSQL's errors. */
public final class SqlState {

    private static final String UNIQUE_VIOLATION = "23505";

    private SqlState() {}

    /** Whether {@code failure} says that a row would have broken the unique constraint or index {@code name}. */
    public static boolean isUniqueViolation(Throwable failure, String name) {
        return failure instanceof PgException error
                && UNIQUE_VIOLATION.equals(error.getSqlState())
                && name.equals(error.getConstraint());
    }
}
