package io.ymera.persistence;

/** Tells errors of our own from failures of what we talk to. */
public final class Defects {

    private Defects() {}

    /** Whether {@code failure} comes from our code, which will fail again, and not from PostgreSQL or a connection. */
    public static boolean isDefect(Throwable failure) {
        return failure instanceof NullPointerException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException;
    }
}
