package io.ymera.gateway.upstream;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.HttpUrls;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Singleton
final class UpstreamCheck implements StartupCheck {

    private static final String PREFIX = "ymera.gateway.upstream.";

    private final UpstreamConfig config;

    UpstreamCheck(UpstreamConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        config.services().forEach((name, service) -> checkUrls(name, service.targets(), errors));
        requirePositive("timeout", config.timeout(), errors);
        requirePositive("connect-timeout", config.connectTimeout(), errors);
        requirePositive("keep-alive", config.keepAlive(), errors);
        requirePositive("health.every", config.health().every(), errors);
        requireOne("connections", config.connections(), errors);
        requireOne("breaker.failures", config.breaker().failures(), errors);
        return errors;
    }

    private static void checkUrls(String service, List<String> urls, List<ConfigError> errors) {
        for (String url : urls) {
            if (!HttpUrls.isOrigin(url.strip())) {
                errors.add(new ConfigError(
                        PREFIX + "services." + service + ".targets",
                        url,
                        "http or https URLs with host and port and no path, with commas between"));
            }
        }
    }

    private static void requirePositive(String name, Duration value, List<ConfigError> errors) {
        if (!value.isPositive()) {
            errors.add(new ConfigError(PREFIX + name, value.toString(), "a time, such as 30s"));
        }
    }

    private static void requireOne(String name, int value, List<ConfigError> errors) {
        if (value < 1) {
            errors.add(new ConfigError(PREFIX + name, Integer.toString(value), "1 or more"));
        }
    }
}
