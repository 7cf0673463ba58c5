package io.ymera.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** With a secret that can be guessed anybody could be anybody, so a service does not start with one. */
@Singleton
final class TokenSettingsCheck implements StartupCheck {

    private static final int LEAST_BYTES = 32;
    private static final String HOW_TO = "make one with: openssl rand -base64 48";

    private final TokenSettings settings;

    TokenSettingsCheck(TokenSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (settings.issuer().isBlank()) {
            errors.add(
                    ConfigError.missing("JWT_ISSUER", "the public origin of the platform, the same in every service"));
        }
        if (TokenAlgorithm.of(settings.algorithm()).isEmpty()) {
            errors.add(new ConfigError("JWT_ALGORITHM", settings.algorithm(), "one of " + TokenAlgorithm.names()));
        }
        if (TokenAlgorithm.HS256.id().equals(settings.algorithm())) {
            checkSecret(settings.secretKey().orElse("")).ifPresent(errors::add);
        }
        return errors;
    }

    private static Optional<ConfigError> checkSecret(String secret) {
        if (secret.isEmpty()) {
            return secretError(secret, "JWT_ALGORITHM=HS256 needs a secret of at least 32 bytes; " + HOW_TO);
        }
        if (secret.getBytes(UTF_8).length < LEAST_BYTES) {
            return secretError(secret, "it must have at least 32 bytes; " + HOW_TO);
        }
        return WeakSecrets.contain(secret)
                ? secretError(secret, "it is publicly known, so anybody can sign tokens with it; " + HOW_TO)
                : Optional.empty();
    }

    private static Optional<ConfigError> secretError(String secret, String allowed) {
        return Optional.of(new ConfigError("JWT_SECRET_KEY", secret, allowed));
    }
}
