package io.ymera.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.keys.HmacKey;

/** What an operator says about keys, under the names that operators know. */
@Singleton
class KeySettings {

    static final String ROTATION_DAYS = "JWT_KEY_ROTATION_DAYS";

    private static final String HS256 = "HS256";
    private static final String HS256_KID = "hs256";

    private final String algorithm;
    private final Optional<String> secret;
    private final int rotationDays;

    KeySettings(
            @ConfigProperty(name = "JWT_ALGORITHM", defaultValue = "RS256") String algorithm,
            @ConfigProperty(name = "JWT_SECRET_KEY") Optional<String> secret,
            @ConfigProperty(name = ROTATION_DAYS, defaultValue = "30") int rotationDays) {
        this.algorithm = algorithm;
        this.secret = secret;
        this.rotationDays = rotationDays;
    }

    int rotationDays() {
        return rotationDays;
    }

    /** How long a key signs. */
    Duration oldest() {
        return Duration.ofDays(rotationDays);
    }

    /** Whether tokens are signed with a secret that all services share, so that there are no keys to make and to rotate. */
    boolean isSymmetric() {
        return algorithm.equals(HS256);
    }

    /** What new keys are for, unless that {@link #isSymmetric}. */
    SigningAlgorithm algorithm() {
        return SigningAlgorithm.of(algorithm);
    }

    /** Signs with the shared secret; empty unless that {@link #isSymmetric}. */
    Optional<Signer> symmetric() {
        return isSymmetric()
                ? secret.map(text -> new Signer(HS256_KID, HS256, new HmacKey(text.getBytes(UTF_8))))
                : Optional.empty();
    }
}
