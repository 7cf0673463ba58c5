package io.ymera.auth.key;

import io.ymera.web.identity.SharedSecret;
import io.ymera.web.identity.TokenAlgorithm;
import io.ymera.web.identity.TokenSettings;
import io.ymera.web.identity.VerificationKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says about keys, under the names that operators know. */
@Singleton
class KeySettings {

    static final String ROTATION_DAYS = "JWT_KEY_ROTATION_DAYS";

    private final TokenSettings tokens;
    private final int rotationDays;

    KeySettings(TokenSettings tokens, @ConfigProperty(name = ROTATION_DAYS, defaultValue = "30") int rotationDays) {
        this.tokens = tokens;
        this.rotationDays = rotationDays;
    }

    int rotationDays() {
        return rotationDays;
    }

    /** How long a key signs. */
    Duration oldest() {
        return Duration.ofDays(rotationDays);
    }

    /** What new tokens are signed with. */
    TokenAlgorithm algorithm() {
        return TokenAlgorithm.of(tokens.algorithm()).orElseThrow();
    }

    /** Whether tokens are signed with a secret that all services share, so that there are no keys to make and to rotate. */
    boolean isSymmetric() {
        return algorithm() == TokenAlgorithm.HS256;
    }

    /** Signs with the shared secret; empty unless that {@link #isSymmetric}. */
    Optional<Signer> symmetric() {
        return Optional.ofNullable(SharedSecret.of(tokens)).map(KeySettings::signer);
    }

    private static Signer signer(VerificationKey secret) {
        return new Signer(secret.id(), secret.algorithm().id(), secret.key());
    }
}
