package io.ymera.manager.dispatch;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka gets the time to hand on a record whose agent has died, before its task is claimed again. */
@Singleton
final class DispatchConfigCheck implements StartupCheck {

    private final DispatchSettings settings;
    private final Duration lockDuration;

    DispatchConfigCheck(
            DispatchSettings settings, @ConfigProperty(name = "ymera.topics.lock-duration") Duration lockDuration) {
        this.settings = settings;
        this.lockDuration = lockDuration;
    }

    @Override
    public List<ConfigError> check() {
        if (settings.startTimeout().compareTo(lockDuration) > 0) {
            return List.of();
        }
        return List.of(new ConfigError(
                "ymera.dispatch.start-timeout",
                "" + settings.startTimeout(),
                "longer than ymera.topics.lock-duration, which is " + lockDuration));
    }
}
