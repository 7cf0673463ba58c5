package io.ymera.auth.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An opaque secret that we make: a prefix that tells people and secret scanners what it is, and 256 random bits in base64url.
 * Since nobody can guess it, a plain SHA-256 of it is safe to store.
 *
 * @param value as it is shown, once
 */
public record RandomToken(String value) {

    private static final int RANDOM_BYTES = 32;

    /** A new one that begins with {@code prefix}. */
    public static RandomToken create(String prefix) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return new RandomToken(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** What is stored of it. */
    public byte[] hash() {
        return hash(value);
    }

    /** What is stored of a token whose text is {@code value}. */
    public static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RandomToken[]";
    }
}
