package io.ymera.auth.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** RFC 6238 as all authenticator apps know it: HMAC-SHA-1, 6 digits, steps of 30 seconds. Thread-safe. */
final class TotpCodes {

    static final int SECRET_BYTES = 20;

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final String ISSUER = "YMERA";

    /** How far a phone's clock may be off, in steps. */
    private static final int TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The time step that {@code code} belongs to, if it is one of those around {@code now}. */
    OptionalLong stepOf(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / seconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), code.getBytes(UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a time step. */
    String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * seconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes any key", e);
        }
    }

    private long seconds() {
        return generator.getTimeStep().toSeconds();
    }

    static String base32(byte[] secret) {
        return new Base32().encodeToString(secret);
    }

    /** What an authenticator app reads from a QR code (Key Uri Format of Google Authenticator). */
    static String uri(byte[] secret, String username) {
        String label = URLEncoder.encode(username, UTF_8).replace("+", "%20");
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(ISSUER, label, base32(secret), ISSUER);
    }
}
