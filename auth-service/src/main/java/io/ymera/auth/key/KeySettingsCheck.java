package io.ymera.auth.key;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;

/** JWT_ALGORITHM and JWT_SECRET_KEY are every service's, and checked by what they share. */
@Singleton
final class KeySettingsCheck implements StartupCheck {

    private static final int MOST_DAYS = 365;

    private final KeySettings settings;

    KeySettingsCheck(KeySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ConfigError> check() {
        int days = settings.rotationDays();
        return days >= 1 && days <= MOST_DAYS
                ? List.of()
                : List.of(new ConfigError(KeySettings.ROTATION_DAYS, "" + days, "1 to " + MOST_DAYS));
    }
}
