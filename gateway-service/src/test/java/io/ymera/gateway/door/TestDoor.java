package io.ymera.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A door with all the time that a test needs. */
record TestDoor(Optional<Path> routesFile) implements DoorConfig {
    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public MemorySize bodyLimit() {
        return new MemorySize(BigInteger.TEN);
    }

    @Override
    public int maxConnections() {
        return 100;
    }

    @Override
    public Duration headTimeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration keepAlive() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration idleTimeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public TlsConfig tls() {
        throw new UnsupportedOperationException("There is no TLS here");
    }

    @Override
    public List<String> allowedHosts() {
        return List.of("*");
    }

    @Override
    public CorsConfig cors() {
        return Optional::empty;
    }

    @Override
    public StopConfig stop() {
        throw new UnsupportedOperationException("The test says when");
    }
}
