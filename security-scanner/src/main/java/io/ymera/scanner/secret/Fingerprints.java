package io.ymera.scanner.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says that two secrets are the same without saying which. With a key of the caller it is an HMAC. Without one, anybody who sees the report
 * could try a list of passwords on a hash; so only what a machine made at random has one, and what a human may have chosen has none.
 */
final class Fingerprints {

    private static final int SHOWN = 8;
    private static final String SEPARATION = "ymera secret fingerprint 1\0";

    private final byte[] key;

    Fingerprints(byte[] key) {
        this.key = key.clone();
    }

    /**
     * The fingerprint: 64 bits in hexadecimal.
     *
     * @param made true if a machine made it at random
     */
    Optional<String> of(String secret, boolean made) {
        if (key.length == 0 && !made) {
            return Optional.empty();
        }
        byte[] text = (SEPARATION + secret).getBytes(StandardCharsets.UTF_8);
        return Optional.of(HexFormat.of().formatHex(hash(text), 0, SHOWN));
    }

    private byte[] hash(byte[] text) {
        try {
            if (key.length == 0) {
                return MessageDigest.getInstance("SHA-256").digest(text);
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each JVM has SHA-256 and its HMAC", e);
        }
    }
}
