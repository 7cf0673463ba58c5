package io.ymera.gateway.limit;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@Singleton
final class RateLimitConfigCheck implements StartupCheck {

    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final RateLimitConfig config;

    RateLimitConfigCheck(RateLimitConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (!BOOLEANS.contains(config.enabled())) {
            errors.add(new ConfigError("RATE_LIMIT_ENABLED", config.enabled(), "true or false"));
        }
        if (!isRedis(config.redisUrl())) {
            errors.add(new ConfigError(
                    "REDIS_URL",
                    config.redisUrl(),
                    "a redis or rediss URL, for example redis://:password@127.0.0.1:6379/0"));
        }
        checkDuration("YMERA_RATE_LIMIT_PATIENCE", config.patience(), errors);
        checkDuration("YMERA_RATE_LIMIT_PAUSE", config.pause(), errors);
        return errors;
    }

    private static boolean isRedis(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkDuration(String property, Duration duration, List<ConfigError> errors) {
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            errors.add(new ConfigError(property, duration.toString(), "a duration from 1ms to 10s"));
        }
    }
}
