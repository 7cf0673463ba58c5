package io.ymera.local.process;

/** A part did not start or did not become ready; the message says which and why, with the end of its log. */
public final class PartFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** A failure with a message for the person at the terminal. */
    public PartFailedException(String message) {
        super(message);
    }

    /** A failure with a message for the person at the terminal, and where it came from. */
    public PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
