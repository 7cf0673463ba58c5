package io.ymera.lab.tests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Channel} writes. Not thread-safe. */
final class SealedLines {

    private static final int DIGITS = 32;

    private final Mac mac;
    private long next;

    SealedLines(byte[] key) throws GeneralSecurityException {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
    }

    /** What a line says, or null if it is not the next one. */
    @Nullable
    String open(String line) {
        if (line.length() <= DIGITS || line.charAt(DIGITS) != ' ') {
            return null;
        }
        String json = line.substring(DIGITS + 1);
        byte[] digest = mac.doFinal((next + ":" + json).getBytes(StandardCharsets.UTF_8));
        byte[] seal = HexFormat.of().formatHex(digest).substring(0, DIGITS).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(seal, line.substring(0, DIGITS).getBytes(StandardCharsets.UTF_8))) {
            return null;
        }
        next++;
        return json;
    }
}
