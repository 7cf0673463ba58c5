package io.ymera.gateway.upstream;

import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.HttpUrls;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Singleton
final class UpstreamCheck implements StartupCheck {

    private static final String PREFIX = "YMERA_GATEWAY_UPSTREAM_";
    /** What operators set, where that is not the property itself. */
    private static final Map<String, String> VARIABLES = Map.of(
            "services.auth.targets", "AUTH_SERVICE_TARGETS",
            "services.manager.targets", "MANAGER_AGENT_TARGETS",
            "timeout", "AGENT_REQUEST_TIMEOUT",
            "breaker.failures", "AGENT_CIRCUIT_BREAKER_THRESHOLD",
            "breaker.pause", "AGENT_CIRCUIT_BREAKER_TIMEOUT");

    /** What counts if that is not set. */
    private static final Map<String, String> OR_ELSE =
            Map.of("AUTH_SERVICE_TARGETS", "AUTH_SERVICE_URL", "MANAGER_AGENT_TARGETS", "MANAGER_AGENT_URL");

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(24);
    private static final int HIGHEST_PORT = 65_535;
    /** What control frames and the shortest frames of data take (RFC 6455). */
    private static final int SMALL_FRAME = 125;

    private final UpstreamConfig config;

    UpstreamCheck(UpstreamConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        config.services().forEach((name, service) -> checkUrls(name, service.targets(), errors));
        requireTime("timeout", config.timeout(), MILLISECOND, errors);
        requireTime("connect-timeout", config.connectTimeout(), MILLISECOND, errors);
        // The client counts it in seconds, and none would be for ever
        requireTime("keep-alive", config.keepAlive(), SECOND, errors);
        requireTime("retry-pause", config.retryPause(), MILLISECOND, errors);
        requireTime("breaker.pause", config.breaker().pause(), MILLISECOND, errors);
        requireTime("health.every", config.health().every(), SECOND, errors);
        requireTime("web-socket.ping-interval", config.webSocket().pingInterval(), MILLISECOND, errors);
        requireAtLeast(1, "connections", config.connections(), errors);
        requireAtLeast(0, "retries", config.retries(), errors);
        requireAtLeast(1, "breaker.failures", config.breaker().failures(), errors);
        requireAtLeast(1, "stream.max-connections", config.stream().maxConnections(), errors);
        requireAtLeast(1, "stream.max-per-user", config.stream().maxPerUser(), errors);
        requireAtLeast(1, "stream.max-per-service", config.stream().maxPerService(), errors);
        requireAtLeast(1, "web-socket.max-connections", config.webSocket().maxConnections(), errors);
        requireAtLeast(1, "web-socket.max-per-user", config.webSocket().maxPerUser(), errors);
        requireAtLeast(
                SMALL_FRAME, "web-socket.max-frame-size", config.webSocket().maxFrameSize(), errors);
        requireAtLeast(
                SMALL_FRAME, "web-socket.max-message-size", config.webSocket().maxMessageSize(), errors);
        if (!config.health().path().startsWith("/")) {
            errors.add(
                    new ConfigError(variable("health.path"), config.health().path(), "a path, such as /health/ready"));
        }
        return errors;
    }

    private static String variable(String name) {
        return VARIABLES.getOrDefault(
                name, PREFIX + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }

    private static void checkUrls(String service, List<String> urls, List<ConfigError> errors) {
        for (String url : urls) {
            if (!HttpUrls.isOrigin(url.strip()) || !hasPort(URI.create(url.strip()))) {
                String variable = variable("services." + service + ".targets");
                String orElse = OR_ELSE.containsKey(variable) ? ", or one in " + OR_ELSE.get(variable) : "";
                errors.add(new ConfigError(
                        variable,
                        url,
                        "http or https URLs with host and port and no path, with commas between" + orElse));
            }
        }
    }

    /** Whether it says none, or one that there can be. */
    private static boolean hasPort(URI url) {
        return url.getPort() == -1 || url.getPort() >= 1 && url.getPort() <= HIGHEST_PORT;
    }

    private static void requireTime(String name, Duration value, Duration least, List<ConfigError> errors) {
        if (value.compareTo(least) < 0 || value.compareTo(MOST) > 0) {
            errors.add(new ConfigError(
                    variable(name),
                    value.toString(),
                    "a time, such as 30s, from %d ms to %d h".formatted(least.toMillis(), MOST.toHours())));
        }
    }

    private static void requireAtLeast(int least, String name, int value, List<ConfigError> errors) {
        if (value < least) {
            errors.add(new ConfigError(variable(name), Integer.toString(value), least + " or more"));
        }
    }
}
