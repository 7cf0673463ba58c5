package io.ymera.auth.session;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Singleton
final class SessionSettingsCheck implements StartupCheck {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final SessionSettings settings;

    SessionSettingsCheck(SessionSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (settings.idleTimeout().compareTo(SHORTEST) < 0) {
            errors.add(new ConfigError("YMERA_SESSION_IDLE_TIMEOUT", settings.idleTimeout() + "", "at least 1m"));
        }
        if (settings.lifetime().compareTo(settings.idleTimeout()) < 0) {
            errors.add(new ConfigError(
                    "YMERA_SESSION_LIFETIME", settings.lifetime() + "", "at least YMERA_SESSION_IDLE_TIMEOUT"));
        }
        if (settings.rememberedFor().isNegative()) {
            errors.add(new ConfigError(
                    "YMERA_SESSION_REMEMBERED_FOR", settings.rememberedFor() + "", "a duration, 0s or more"));
        }
        return errors;
    }
}
