package io.ymera.gateway.limit;

import static java.util.Objects.requireNonNull;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The limits that routes can name. Thread-safe. */
@Singleton
public class Limits implements StartupCheck {

    private static final String PREFIX = "YMERA_RATE_LIMIT_CLASSES_";
    /** What operators set, where that is not the property itself. */
    private static final Map<String, String> VARIABLES = Map.of(
            "default", "RATE_LIMIT_REQUESTS_PER_MINUTE",
            "sign-in", "RATE_LIMIT_SIGN_INS_PER_MINUTE",
            "services", "RATE_LIMIT_SERVICE_REQUESTS_PER_MINUTE");

    private final RateLimitConfig config;
    private final Map<String, Limit> byName = new HashMap<>();

    Limits(RateLimitConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        config.classes().forEach((name, said) -> {
            try {
                byName.put(name, new Limit(name, said.requests(), said.window()));
            } catch (IllegalArgumentException e) {
                errors.add(new ConfigError(
                        variable(name, said.window()),
                        said.requests() + " in " + said.window(),
                        "a limit that can be kept: " + e.getMessage()));
            }
        });
        return errors;
    }

    private static String variable(String name, Duration window) {
        String own = PREFIX + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Limit.isWindow(window) ? VARIABLES.getOrDefault(name, own + "_REQUESTS") : own + "_WINDOW";
    }

    /** What routes may name. */
    public Set<String> names() {
        return new TreeSet<>(config.classes().keySet());
    }

    /** That of a route, all of which have been checked. */
    Limit named(String name) {
        return requireNonNull(byName.get(name));
    }
}
