package io.ymera.auth.token;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says about tokens, under the names that operators know. */
@Singleton
final class TokenConfig {

    static final String EXPIRE_MINUTES = "JWT_EXPIRE_MINUTES";

    private final int expireMinutes;

    TokenConfig(@ConfigProperty(name = EXPIRE_MINUTES, defaultValue = "60") int expireMinutes) {
        this.expireMinutes = expireMinutes;
    }

    int expireMinutes() {
        return expireMinutes;
    }

    Duration lifetime() {
        return Duration.ofMinutes(expireMinutes);
    }
}
