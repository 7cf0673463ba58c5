package io.ymera.gateway.door;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.ymera.gateway.visit.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        private final List<Visit> underWay = new ArrayList<>(1);
        private long timer;
    }

    /**
     * Watches {@code connection}, or closes it if there are too many. Its end is heard from the channel: a client that leaves while a request
     * of its own waits behind another makes Vert.x (4.5) forget to call close handlers, and we would lose a place with each of them.
     */
    void opened(HttpConnection connection) {
        ChannelFuture end = ((ConnectionBase) connection).channel().closeFuture();
        if (all.incrementAndGet() > config.maxConnections()) {
            end.addListener(closed -> all.decrementAndGet());
            connection.close();
            return;
        }
        Waiting state = new Waiting();
        state.timer = timer(connection, config.headTimeout().toMillis());
        waiting.put(connection, state);
        end.addListener(closed -> {
            all.decrementAndGet();
            waiting.remove(connection);
            vertx.cancelTimer(state.timer);
            List.copyOf(state.underWay).forEach(Visit::gone);
        });
    }

    /** The head of {@code visit}'s request has come on {@code connection}. */
    void begun(Visit visit, HttpConnection connection) {
        Waiting state = waiting.get(connection);
        if (state != null) {
            vertx.cancelTimer(state.timer);
            state.underWay.add(visit);
            visit.onEnd(early -> ended(visit, connection));
        }
    }

    private void ended(Visit visit, HttpConnection connection) {
        Waiting state = waiting.get(connection);
        if (state != null && state.underWay.remove(visit) && state.underWay.isEmpty()) {
            state.timer = timer(connection, config.keepAlive().toMillis());
        }
    }

    private long timer(HttpConnection connection, long millis) {
        return vertx.setTimer(millis, late -> connection.close());
    }
}
