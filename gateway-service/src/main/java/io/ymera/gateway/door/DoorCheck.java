package io.ymera.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.ymera.web.startup.ConfigError;
import io.ymera.web.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ports, numbers and times of the door. Hosts, origins, routes and certificates are checked by those who use them. */
@Singleton
final class DoorCheck implements StartupCheck {

    private static final String PREFIX = "YMERA_GATEWAY_DOOR_";
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);
    /** In milliseconds it is an int, as Vert.x counts some of these. */
    private static final Duration DAY = Duration.ofHours(24);

    private static final BigInteger LARGEST_BODY = BigInteger.ONE.shiftLeft(40);

    private final DoorConfig config;

    DoorCheck(DoorConfig config) {
        this.config = config;
    }

    @Override
    public List<ConfigError> check() {
        List<ConfigError> errors = new ArrayList<>();
        if (config.port() < 0 || config.port() > HIGHEST_PORT) {
            errors.add(new ConfigError(
                    "HTTP_PORT", Integer.toString(config.port()), "a port up to 65535, or 0 for any that is free"));
        }
        if (config.maxConnections() < 1) {
            errors.add(new ConfigError(
                    PREFIX + "MAX_CONNECTIONS", Integer.toString(config.maxConnections()), "1 or more"));
        }
        requireBodyLimit(config.bodyLimit(), errors);
        requireTime(PREFIX + "HEAD_TIMEOUT", config.headTimeout(), MILLISECOND, DAY, errors);
        requireTime(PREFIX + "KEEP_ALIVE", config.keepAlive(), MILLISECOND, DAY, errors);
        requireTime(PREFIX + "IDLE_TIMEOUT", config.idleTimeout(), MILLISECOND, DAY, errors);
        requireTime(PREFIX + "TLS_RELOAD_EVERY", config.tls().reloadEvery(), MILLISECOND, DAY, errors);
        requireTime("SHUTDOWN_DELAY", config.stop().delay(), Duration.ZERO, HOUR, errors);
        requireTime("SHUTDOWN_TIMEOUT", config.stop().timeout(), Duration.ZERO, HOUR, errors);
        return errors;
    }

    private static void requireBodyLimit(MemorySize limit, List<ConfigError> errors) {
        if (limit.asBigInteger().signum() < 0 || limit.asBigInteger().compareTo(LARGEST_BODY) > 0) {
            errors.add(new ConfigError(
                    PREFIX + "BODY_LIMIT", limit.asBigInteger() + " bytes", "a size up to 1T, such as 10M"));
        }
    }

    private static void requireTime(
            String variable, Duration value, Duration least, Duration most, List<ConfigError> errors) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            errors.add(new ConfigError(
                    variable,
                    value.toString(),
                    "a time, such as 30s, from %d ms to %d h".formatted(least.toMillis(), most.toHours())));
        }
    }
}
