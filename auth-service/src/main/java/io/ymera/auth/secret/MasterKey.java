package io.ymera.auth.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ymera.persistence.SecretCipher;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that the operator gives, {@value #NAME}: what is stored is encrypted or authenticated with keys that are derived
 * from it (HKDF-SHA-256, RFC 5869), one for each purpose. It is not in the database, so who has that alone can read or forge
 * nothing. Thread-safe.
 */
@Singleton
public class MasterKey {

    /** What the operator calls it. */
    public static final String NAME = "AUTH_ENCRYPTION_KEY";

    private static final int KEY_BYTES = 32;

    private final Optional<String> hex;

    /** By purpose; a handful. */
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    MasterKey(@ConfigProperty(name = NAME) Optional<String> hex) {
        this.hex = hex.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What the operator has given, as it is; {@link MasterKeyCheck} has looked at it before anybody else asks. */
    Optional<String> hex() {
        return hex;
    }

    /** Encrypts what is stored for {@code purpose}, such as {@code signing-key}. */
    public SecretCipher cipher(String purpose) {
        return new SecretCipher(
                HexFormat.of().formatHex(key("cipher:" + purpose).getEncoded()), purpose);
    }

    /** A key for HMAC-SHA-256 over what is stored for {@code purpose}. */
    public SecretKey macKey(String purpose) {
        return key("mac:" + purpose);
    }

    private SecretKey key(String purpose) {
        return derived.computeIfAbsent(purpose, this::derive);
    }

    private SecretKey derive(String purpose) {
        byte[] key = HexFormat.of().parseHex(hex.orElseThrow(() -> new IllegalStateException(NAME + " is not set")));
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(purpose.getBytes(UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK from 25 on has HKDF", e);
        }
    }
}
