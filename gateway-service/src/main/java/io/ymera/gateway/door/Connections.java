package io.ymera.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one event loop, and how long each may wait for the head of its next request, however slowly that drips in: nobody
 * holds a connection by being slow. A request's body has the time of its route. Used on that event loop only.
 */
final class Connections {

    private final Vertx vertx;
    private final DoorConfig config;
    private final AtomicInteger all;
    private final Map<HttpConnection, Waiting> waiting = new HashMap<>();

    /** @param all counts those of all event loops */
    Connections(Vertx vertx, DoorConfig config, AtomicInteger all) {
        this.vertx = vertx;
        this.config = config;
        this.all = all;
    }

    /** How a connection stands. */
    private static final class Waiting {
        private int underWay;
        private long timer;
    }

    /** Watches {@code connection}, or closes it if there are too many. */
    void opened(HttpConnection connection) {
        if (all.incrementAndGet() > config.maxConnections()) {
            connection.closeHandler(closed -> all.decrementAndGet());
            connection.close();
            return;
        }
        Waiting state = new Waiting();
        state.timer = timer(connection, config.headTimeout().toMillis());
        waiting.put(connection, state);
        connection.closeHandler(closed -> {
            all.decrementAndGet();
            waiting.remove(connection);
            vertx.cancelTimer(state.timer);
        });
    }

    /** The head of {@code request} has come. To be called before anything else. */
    void begun(HttpServerRequest request) {
        Waiting state = waiting.get(request.connection());
        if (state != null && state.underWay++ == 0) {
            vertx.cancelTimer(state.timer);
        }
    }

    /** A request of {@code connection} is over. */
    void ended(HttpConnection connection) {
        Waiting state = waiting.get(connection);
        if (state != null && --state.underWay == 0) {
            state.timer = timer(connection, config.keepAlive().toMillis());
        }
    }

    private long timer(HttpConnection connection, long millis) {
        return vertx.setTimer(millis, late -> connection.close());
    }
}
