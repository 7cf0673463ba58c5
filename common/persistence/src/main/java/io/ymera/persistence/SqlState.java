package io.ymera.persistence;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** Reads PostgreSQL's errors. */
public final class SqlState {

    private static final String UNIQUE_VIOLATION = "23505";

    /** A connection that broke, a rollback to be retried, a lack of resources, a shutdown. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    private SqlState() {}

    /** Whether PostgreSQL answered, and the same statement will get the same answer again. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof PgException error
                && error.getSqlState() != null
                && !PASSING_CLASSES.contains(error.getSqlState().substring(0, 2));
    }

    /**
     * Whether PostgreSQL rolled a transaction back that may succeed when it is begun again: because of a deadlock, or as it
     * could not be serialised.
     */
    public static boolean isRollback(Throwable failure) {
        return failure instanceof PgException error
                && error.getSqlState() != null
                && error.getSqlState().startsWith("40");
    }

    /** Whether {@code failure} says that a row would have broken the unique constraint or index {@code name}. */
    public static boolean isUniqueViolation(Throwable failure, String name) {
        return failure instanceof PgException error
                && UNIQUE_VIOLATION.equals(error.getSqlState())
                && name.equals(error.getConstraint());
    }
}
