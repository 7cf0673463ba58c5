package io.ymera.persistence;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** Reads PostgreSQL's errors. */
public final class SqlState {

    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * What is wrong with the data: cardinality, data exceptions, integrity constraints, limits of a program. Anything else,
     * such as a server that has become a standby or a password that was changed, has to do with the moment.
     */
    private static final Set<String> CLASSES_OF_REFUSALS = Set.of("21", "22", "23", "54");

    /** A connection that broke, a login that is refused (as while it starts), a lack of resources, a shutdown. */
    private static final Set<String> OUTAGE_CLASSES = Set.of("08", "28", "53", "57");

    /** A server that has become a standby, until the pool has connected to the new one. */
    private static final String READ_ONLY_TRANSACTION = "25006";

    private SqlState() {}

    /** Whether PostgreSQL says that it can't serve anybody now. */
    static boolean isOutage(PgException error) {
        String state = error.getSqlState();
        return state != null && (state.equals(READ_ONLY_TRANSACTION) || OUTAGE_CLASSES.contains(state.substring(0, 2)));
    }

    /** Whether PostgreSQL will never take this data, whenever it is asked. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof PgException error
                && error.getSqlState() != null
                && CLASSES_OF_REFUSALS.contains(error.getSqlState().substring(0, 2));
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
