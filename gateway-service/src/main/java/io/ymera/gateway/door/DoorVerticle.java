package io.ymera.gateway.door;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The door's share of one event loop. */
final class DoorVerticle extends AbstractVerticle {

    private final Door door;
    private final DoorConfig config;
    private final BadRequests badRequests;
    private final HttpServerOptions options;
    private final AtomicInteger connections;
    private @Nullable HttpServer server;

    /** @param connections counts those of all event loops */
    DoorVerticle(
            Door door,
            BadRequests badRequests,
            DoorConfig config,
            HttpServerOptions options,
            AtomicInteger connections) {
        this.door = door;
        this.badRequests = badRequests;
        this.config = config;
        this.options = options;
        this.connections = connections;
    }

    @Override
    public void start(Promise<Void> started) {
        Connections mine = new Connections(vertx, config, connections);
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    StrictDecoder.install(connection, options);
                    mine.opened(connection);
                })
                .invalidRequestHandler(badRequests::answer)
                .requestHandler(request -> enter(request, mine));
        server.listen(config.port(), config.host()).<Void>mapEmpty().onComplete(started);
    }

    private void enter(HttpServerRequest request, Connections mine) {
        HttpConnection connection = request.connection();
        mine.begun(door.enter(request), connection);
    }

    /** Where it listens. */
    int port() {
        return server == null ? 0 : server.actualPort();
    }
}
