package io.ymera.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * HTTP clients for the services, two for each event loop, so that a request stays on its own from end to end. Streams have connections of
 * their own: many who listen leave enough for those who ask.
 */
@Singleton
class Clients {

    private static final int CHUNK_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final Map<Thread, Pair> byLoop = new ConcurrentHashMap<>();

    Clients(Vertx vertx, UpstreamConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    private record Pair(HttpClient answers, HttpClient streams) {}

    /** For answers, of the event loop on which this is called. */
    HttpClient answers() {
        return mine().answers();
    }

    /** For streams. */
    HttpClient streams() {
        return mine().streams();
    }

    private Pair mine() {
        return byLoop.computeIfAbsent(
                Thread.currentThread(),
                loop -> new Pair(
                        client(config.connections(), config.connections()),
                        client(config.stream().maxConnections(), -1)));
    }

    private HttpClient client(int connections, int waiting) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(waiting)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setMaxChunkSize(CHUNK_BYTES)
                .setMaxHeaderSize(CHUNK_BYTES)
                .setTcpKeepAlive(true));
    }

    @PreDestroy
    void close() {
        byLoop.values().forEach(pair -> {
            pair.answers().close();
            pair.streams().close();
        });
    }
}
