package io.ymera.auth.token;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says about tokens, under the names that operators know. */
@Singleton
final class TokenConfig {

    static final String PRIVATE_KEY_FILE = "JWT_PRIVATE_KEY_FILE";
    static final String EXPIRE_MINUTES = "JWT_EXPIRE_MINUTES";

    private final Optional<String> privateKeyFile;
    private final String issuer;
    private final int expireMinutes;

    TokenConfig(
            @ConfigProperty(name = PRIVATE_KEY_FILE) Optional<String> privateKeyFile,
            @ConfigProperty(name = "ymera.token.issuer") String issuer,
            @ConfigProperty(name = EXPIRE_MINUTES, defaultValue = "60") int expireMinutes) {
        this.privateKeyFile = privateKeyFile;
        this.issuer = issuer;
        this.expireMinutes = expireMinutes;
    }

    Optional<Path> privateKeyFile() {
        return privateKeyFile.map(Path::of);
    }

    String issuer() {
        return issuer;
    }

    int expireMinutes() {
        return expireMinutes;
    }

    Duration lifetime() {
        return Duration.ofMinutes(expireMinutes);
    }
}
