package io.ymera.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The running gateway's settings, but for a few. */
record ChangedConfig(
        DoorConfig usual,
        int port,
        int maxConnections,
        Duration headTimeout,
        Duration keepAlive,
        Duration idleTimeout,
        TlsConfig tls)
        implements DoorConfig {

    /** Without TLS, on a port that is free. */
    static ChangedConfig of(DoorConfig usual) {
        return new ChangedConfig(
                usual,
                freePort(),
                usual.maxConnections(),
                usual.headTimeout(),
                usual.keepAlive(),
                usual.idleTimeout(),
                usual.tls());
    }

    ChangedConfig withMaxConnections(int most) {
        return new ChangedConfig(usual, port, most, headTimeout, keepAlive, idleTimeout, tls);
    }

    ChangedConfig withDeadlines(Duration head, Duration idleBetween, Duration idle) {
        return new ChangedConfig(usual, port, maxConnections, head, idleBetween, idle, tls);
    }

    ChangedConfig withTls(TlsConfig files) {
        return new ChangedConfig(usual, port, maxConnections, headTimeout, keepAlive, idleTimeout, files);
    }

    @Override
    public String host() {
        return usual.host();
    }

    @Override
    public Optional<Path> routesFile() {
        return usual.routesFile();
    }

    @Override
    public MemorySize bodyLimit() {
        return usual.bodyLimit();
    }

    @Override
    public List<String> allowedHosts() {
        return usual.allowedHosts();
    }

    @Override
    public CorsConfig cors() {
        return usual.cors();
    }

    @Override
    public StopConfig stop() {
        return usual.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
