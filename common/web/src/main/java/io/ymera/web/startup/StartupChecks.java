package io.ymera.web.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Runs every check before anything else starts, and stops the service if one of them finds something. */
@Singleton
final class StartupChecks {

    private static final int FIRST = 1;

    private final List<StartupCheck> checks;

    StartupChecks(@All List<StartupCheck> checks) {
        this.checks = checks;
    }

    void run(@Observes @Priority(FIRST) StartupEvent starting) {
        List<ConfigError> errors =
                checks.stream().flatMap(check -> check.check().stream()).toList();
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors.stream()
                    .map(error -> "  " + error.message())
                    .collect(Collectors.joining("\n", "The configuration is not usable:\n", "")));
        }
    }
}
