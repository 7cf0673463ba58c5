package io.ymera.gateway.door;

import static java.util.Objects.requireNonNull;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The door's share of one event loop. */
final class DoorVerticle extends AbstractVerticle {

    private final Door door;
    private final DoorConfig config;
    private final HttpServerOptions options;
    private final AtomicInteger connections;
    private @Nullable HttpServer server;
    private @Nullable Connections mine;

    /** @param connections counts those of all event loops */
    DoorVerticle(Door door, DoorConfig config, HttpServerOptions options, AtomicInteger connections) {
        this.door = door;
        this.config = config;
        this.options = options;
        this.connections = connections;
    }

    @Override
    public void start(Promise<Void> started) {
        Connections opened = new Connections(vertx, config, connections);
        mine = opened;
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    StrictDecoder.install(((ConnectionBase) connection).channel(), options);
                    OneAtATime.install(((ConnectionBase) connection).channel());
                    opened.opened(connection);
                })
                .invalidRequestHandler(this::turnAway)
                .requestHandler(request -> enter(request, opened));
        server.listen(config.port(), config.host()).<Void>mapEmpty().onComplete(started);
    }

    private void enter(HttpServerRequest request, Connections opened) {
        HttpConnection connection = request.connection();
        opened.begun(request);
        opened.entered(door.enter(request), connection);
    }

    /** What else comes on that connection can't be told from the rest of it. */
    private void turnAway(HttpServerRequest request) {
        door.turnAway(request);
        request.connection().close();
    }

    /** Has its connections do {@code action}, on their event loop; callable on any thread. */
    void connections(Consumer<Connections> action) {
        context.runOnContext(ignored -> action.accept(requireNonNull(mine)));
    }

    /** Where it listens. */
    int port() {
        return server == null ? 0 : server.actualPort();
    }
}
