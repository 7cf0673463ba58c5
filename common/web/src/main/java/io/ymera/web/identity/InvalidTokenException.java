package io.ymera.web.identity;

/** A token is refused. The message says why, for our log and not for whoever sent it; there is no stack trace. */
final class InvalidTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message) {
        super(message, null, false, false);
    }
}
