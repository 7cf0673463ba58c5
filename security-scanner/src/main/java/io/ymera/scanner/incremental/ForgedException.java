package io.ymera.scanner.incremental;

/** What was remembered is not what was found: whoever has written it was not this program. */
public final class ForgedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** One about a file. */
    public ForgedException(String path) {
        super("What is remembered of " + path + " is not true");
    }
}
