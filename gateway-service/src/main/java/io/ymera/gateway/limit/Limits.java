package io.ymera.gateway.limit;

import static java.util.Objects.requireNonNull;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The limits that routes can name. Thread-safe. */
@Singleton
public class Limits implements StartupCheck {

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
                        "ymera.rate-limit.classes." + name,
                        said.requests() + " in " + said.window(),
                        "a limit that can be kept: " + e.getMessage()));
            }
        });
        return errors;
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
