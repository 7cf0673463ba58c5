package io.ymera.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the outside comes in, and what it may cost us. */
@ConfigMapping(prefix = "ymera.gateway.door")
interface DoorConfig {

    String host();

    /** 0 for any that is free. */
    int port();

    /** Instead of the routes that we bring. */
    Optional<Path> routesFile();

    /** The most that a body may have where a route does not say otherwise. */
    MemorySize bodyLimit();

    /** Open at a time; the next is closed at once. */
    int maxConnections();

    /** From a new connection to the end of its first request's head, and its TLS handshake. */
    Duration headTimeout();

    /** From an answer to the end of the next request's head. */
    Duration keepAlive();

    /** How long nothing may happen on a connection, whatever it is for. */
    Duration idleTimeout();

    TlsConfig tls();

    interface TlsConfig {

        /** PEM, the server's certificate first. */
        Optional<Path> certificateFile();

        /** PEM. */
        Optional<Path> keyFile();

        /** How often we look whether they have changed. */
        Duration reloadEvery();
    }

    /** The names and addresses by which we are called; {@code *} for any. */
    List<String> allowedHosts();

    CorsConfig cors();

    interface CorsConfig {

        /** Whose scripts may use us, as {@code https://app.example.org}. */
        Optional<List<String>> origins();
    }

    StopConfig stop();

    interface StopConfig {

        /** How long we serve on after we have said that we will stop, so that load balancers notice. */
        Duration delay();

        /** How long requests that are under way may go on after that. */
        Duration timeout();
    }
}
