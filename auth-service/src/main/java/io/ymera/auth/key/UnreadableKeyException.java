package io.ymera.auth.key;

import org.jspecify.annotations.Nullable;

/** A key in the database was encrypted with another AUTH_ENCRYPTION_KEY, or is damaged. */
final class UnreadableKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableKeyException(String kid, @Nullable Throwable cause) {
        super("The signing key " + kid + " can't be decrypted", cause);
    }
}
