package io.ymera.auth.token;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says about tokens, under the names that operators know. */
@Singleton
public class TokenConfig {

    static final String EXPIRE_MINUTES = "JWT_EXPIRE_MINUTES";

    private final String issuer;
    private final int expireMinutes;

    TokenConfig(
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = EXPIRE_MINUTES, defaultValue = "60") int expireMinutes) {
        this.issuer = issuer;
        this.expireMinutes = expireMinutes;
    }

    /** Who issues tokens: the public origin, as a URL. */
    public String issuer() {
        return issuer;
    }

    int expireMinutes() {
        return expireMinutes;
    }

    Duration lifetime() {
        return Duration.ofMinutes(expireMinutes);
    }
}
