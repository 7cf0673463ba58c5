package io.ymera.auth.client;

import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** By what a client's secrets are known: the SHA-256 of the present one and, while it is good as well, of the one before. */
final class SecretHashes {

    /** Those of a client that there is not: whoever compares with them takes as long as with anybody's. */
    static final SecretHashes NOBODYS = new SecretHashes(new byte[32]);

    private final byte[] current;
    private final byte[] previous;
    private final Instant previousUntil;

    SecretHashes(byte[] current) {
        this(current, null, null);
    }

    SecretHashes(byte[] current, byte @Nullable [] previous, @Nullable Instant previousUntil) {
        this.current = current.clone();
        this.previous = previous == null ? current.clone() : previous.clone();
        this.previousUntil = previousUntil == null ? Instant.MIN : previousUntil;
    }

    /** Whether {@code hash} is that of a good secret at {@code now}; the time that it takes tells nothing. */
    boolean match(byte[] hash, Instant now) {
        boolean isCurrent = MessageDigest.isEqual(current, hash);
        boolean isPrevious = MessageDigest.isEqual(previous, hash);
        return isCurrent | (isPrevious & now.isBefore(previousUntil));
    }

    /** For a digest of what there is besides: the present one. */
    void addTo(Mac mac) {
        mac.update(current);
    }
}
