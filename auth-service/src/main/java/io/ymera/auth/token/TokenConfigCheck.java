package io.ymera.auth.token;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class TokenConfigCheck implements StartupCheck {

    /** Keys and revocations are kept for tokens that live no longer. */
    private static final int LONGEST_MINUTES = 24 * 60;

    private final TokenConfig config;

    TokenConfigCheck(TokenConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        int minutes = config.expireMinutes();
        return minutes >= 1 && minutes <= LONGEST_MINUTES
                ? List.of()
                : List.of(new ConfigError(TokenConfig.EXPIRE_MINUTES, "" + minutes, "1 to " + LONGEST_MINUTES));
    }
}
