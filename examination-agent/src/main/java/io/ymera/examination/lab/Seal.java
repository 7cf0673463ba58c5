package io.ymera.examination.lab;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a runner's own lines from lines that the code under test wrote to the same stream.
 *
 * <p>A sealed line is {@code MAC SP JSON}: the first 32 hexadecimal digits of HMAC-SHA256 (RFC 2104) over {@code n:JSON}, where n
 * counts the lines from 0, so that a line can be neither made up, nor left out, nor said twice. The key is new for each run and
 * goes to the runner through its standard input, which it reads to the end before any code of the project is loaded.
 *
 * <p>Not thread-safe.
 */
public final class Seal {

    private static final int DIGITS = 32;

    private final byte[] key;
    private final Mac mac;
    private long next;

    private Seal(byte[] key) {
        this.key = key;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** One with a new key. */
    public static Seal create(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new Seal(key);
    }

    /** The key, for the runner's standard input only. */
    public String key() {
        return HexFormat.of().formatHex(key);
    }

    /** What the next line says, or empty if it is not the runner's next one. */
    public Optional<String> open(String line) {
        if (line.length() < DIGITS + 1 || line.charAt(DIGITS) != ' ') {
            return Optional.empty();
        }
        String json = line.substring(DIGITS + 1);
        byte[] expected = digits(json).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, line.substring(0, DIGITS).getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        next++;
        return Optional.of(json);
    }

    private String digits(String json) {
        byte[] digest = mac.doFinal((next + ":" + json).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }
}
