package io.ymera.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of which a test uses a few; the rest is as it comes.
 *
 * @param allowedHosts as the operator writes them
 * @param origins as the operator writes them
 */
record Only(List<String> allowedHosts, List<String> origins, TlsConfig tls) implements DoorConfig {

    static Only hosts(String... hosts) {
        return new Only(List.of(hosts), List.of(), new NoTls());
    }

    static Only origins(String... origins) {
        return new Only(List.of("*"), List.of(origins), new NoTls());
    }

    static Only tls(TlsConfig files) {
        return new Only(List.of("*"), List.of(), files);
    }

    private record NoTls() implements TlsConfig {

        @Override
        public Optional<Path> certificateFile() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }

        @Override
        public Duration reloadEvery() {
            return Duration.ofSeconds(10);
        }
    }

    @Override
    public CorsConfig cors() {
        return () -> Optional.of(origins);
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public Optional<Path> routesFile() {
        return Optional.empty();
    }

    @Override
    public MemorySize bodyLimit() {
        return new MemorySize(BigInteger.TEN);
    }

    @Override
    public int maxConnections() {
        return 1;
    }

    @Override
    public Duration headTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration keepAlive() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration idleTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public StopConfig stop() {
        throw new UnsupportedOperationException("No test stops this");
    }
}
