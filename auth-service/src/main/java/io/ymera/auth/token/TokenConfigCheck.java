package io.ymera.auth.token;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Without a good key this service is of no use, so it does not start. */
@Singleton
final class TokenConfigCheck implements StartupCheck {

    private static final int LONGEST_MINUTES = 24 * 60;
    private static final String HOW_TO =
            "make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out key.pem";

    private final TokenConfig config;

    TokenConfigCheck(TokenConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        checkKey().ifPresent(errors::add);
        if (config.expireMinutes() < 1 || config.expireMinutes() > LONGEST_MINUTES) {
            errors.add(new ConfigError(
                    TokenConfig.EXPIRE_MINUTES, "" + config.expireMinutes(), "1 to " + LONGEST_MINUTES));
        }
        return errors;
    }

    private Optional<ConfigError> checkKey() {
        Optional<Path> file = config.privateKeyFile();
        if (file.isEmpty()) {
            return Optional.of(ConfigError.missing(
                    TokenConfig.PRIVATE_KEY_FILE, "the path of an RSA private key in PKCS#8 PEM; " + HOW_TO));
        }
        try {
            SigningKey.read(file.get());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new ConfigError(
                    TokenConfig.PRIVATE_KEY_FILE, file.get().toString(), e.getMessage() + "; " + HOW_TO));
        }
    }
}
