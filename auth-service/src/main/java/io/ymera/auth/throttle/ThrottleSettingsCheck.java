package io.ymera.auth.throttle;

import io.ymera.auth.throttle.ThrottleSettings.Limit;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Singleton
final class ThrottleSettingsCheck implements StartupCheck {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final ThrottleSettings settings;

    ThrottleSettingsCheck(ThrottleSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        check("YMERA_THROTTLE_ACCOUNT_", settings.account(), errors);
        check("YMERA_THROTTLE_ADDRESS_", settings.address(), errors);
        check("YMERA_THROTTLE_REGISTRATION_", settings.registration(), errors);
        return errors;
    }

    private static void check(String prefix, Limit limit, List<ConfigError> errors) {
        if (limit.failures() < 1) {
            errors.add(new ConfigError(prefix + "FAILURES", "" + limit.failures(), "1 or more"));
        }
        check(prefix + "FIRST_PAUSE", limit.firstPause(), errors);
        check(prefix + "LONGEST_PAUSE", limit.longestPause(), errors);
        check(prefix + "FORGIVE_EVERY", limit.forgiveEvery(), errors);
        if (limit.longestPause().compareTo(limit.firstPause()) < 0) {
            errors.add(new ConfigError(
                    prefix + "LONGEST_PAUSE", limit.longestPause() + "", "at least " + prefix + "FIRST_PAUSE"));
        }
    }

    private static void check(String name, Duration value, List<ConfigError> errors) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            errors.add(new ConfigError(name, value + "", "1ms to 1d"));
        }
    }
}
