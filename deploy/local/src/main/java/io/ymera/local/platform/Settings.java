package io.ymera.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about how this platform runs.
 *
 * @param checkout the project's folder, where the build's artefacts are
 * @param home where data, secrets, logs and pid files are kept
 * @param portOffset added to every port
 * @param databaseUrl a PostgreSQL to use instead of our own
 * @param redisUrl a Redis to use instead of our own
 * @param kafkaServers a Kafka to use instead of our own
 */
public record Settings(
        Path checkout,
        Path home,
        int portOffset,
        Optional<String> databaseUrl,
        Optional<String> redisUrl,
        Optional<String> kafkaServers) {

    private static final int HIGHEST_PORT = 19_093;
    private static final int GATEWAY = 8000;

    public Settings {
        if (portOffset < 0 || portOffset > 65_535 - HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "YMERA_PORT_OFFSET is %d: it must be from 0 to %d".formatted(portOffset, 65_535 - HIGHEST_PORT));
        }
    }

    /**
     * Reads {@code YMERA_HOME}, {@code YMERA_PORT_OFFSET}, {@code DATABASE_URL}, {@code REDIS_URL} and
     * {@code KAFKA_BOOTSTRAP_SERVERS}.
     *
     * @throws IllegalArgumentException if one of them is bad; the message names it and what is allowed
     */
    public static Settings from(Path checkout, Map<String, String> environment) {
        return new Settings(
                checkout.toAbsolutePath().normalize(),
                value(environment, "YMERA_HOME")
                        .map(Path::of)
                        .orElse(checkout.resolve(".ymera"))
                        .toAbsolutePath()
                        .normalize(),
                value(environment, "YMERA_PORT_OFFSET").map(Settings::number).orElse(0),
                value(environment, "DATABASE_URL"),
                value(environment, "REDIS_URL"),
                value(environment, "KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("YMERA_PORT_OFFSET is '%s': it must be a number".formatted(text));
        }
    }

    /** Where something listens whose port is {@code usual} without an offset. */
    public int port(int usual) {
        return usual + portOffset;
    }

    /** The public door. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + port(GATEWAY));
    }

    /** Where auth-service writes the token with which the first administrator is made, until there is one. */
    public Path setupToken() {
        return home.resolve("secrets/setup-token");
    }

    /** Pid files. */
    Path run() {
        return home.resolve("run");
    }

    /** What the processes print. */
    public Path logs() {
        return home.resolve("logs");
    }
}
