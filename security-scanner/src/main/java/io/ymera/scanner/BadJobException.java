package io.ymera.scanner;

/** The job can't be done as it was given; the message is a sentence that names the member and its value. */
public final class BadJobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadJobException(String message) {
        super(message);
    }
}
