package io.ymera.auth.totp;

import io.ymera.auth.secret.RandomToken;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes that are each good once in place of an authenticator's: 80 random bits in base32, {@code ABCD-EFGH-IJKL-MNOP}. Nobody
 * can guess that, so a plain SHA-256 of it is safe to store.
 */
final class RecoveryCodes {

    static final int COUNT = 10;

    private static final int BYTES = 10;

    private RecoveryCodes() {}

    static List<String> create() {
        SecureRandom random = new SecureRandom();
        return Stream.generate(() -> create(random)).limit(COUNT).toList();
    }

    private static String create(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return String.join("-", new Base32().encodeToString(bytes).split("(?<=\\G.{4})"));
    }

    /** What is stored of {@code code}, in whatever case and with or without its hyphens. */
    static byte[] hash(String code) {
        return RandomToken.hash(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
