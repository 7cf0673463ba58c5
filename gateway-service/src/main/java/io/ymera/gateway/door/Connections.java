package io.ymera.gateway.door;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.ymera.gateway.visit.HangUp;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop, and how long each may wait for the head of its next request, however slowly that drips in: nobody
 * holds a connection by being slow. A request's body has the time of its route. When we stop, they end with what is under way on them.
 * Used on that event loop only.
 */
final class Connections {

    private final Vertx vertx;
    private final DoorConfig config;
    private final AtomicInteger all;
    private final Map<HttpConnection, Waiting> waiting = new HashMap<>();
    private boolean leaving;
    private boolean closing;

    /** @param all counts those of all event loops */
    Connections(Vertx vertx, DoorConfig config, AtomicInteger all) {
        this.vertx = vertx;
        this.config = config;
        this.all = all;
    }

    /** How a connection stands. */
    private static final class Waiting {
        private final Set<Visit> visits = new HashSet<>(2);
        private int underWay;
        private long timer;
        /** Whether the client was told that there will be no more answers on it. */
        private boolean last;
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
            List.copyOf(state.visits).forEach(Visit::gone);
        });
    }

    /** The head of {@code request} has come. To be called before anything else. */
    void begun(HttpServerRequest request) {
        @Nullable Waiting state = waiting.get(request.connection());
        if (state != null && state.underWay++ == 0) {
            vertx.cancelTimer(state.timer);
        }
        if (state != null && leaving) {
            state.last = true;
            if (request.version() != HttpVersion.HTTP_2) {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        }
    }

    /** {@code visit} is that of the request that has begun on {@code connection}. */
    void entered(Visit visit, HttpConnection connection) {
        @Nullable Waiting state = waiting.get(connection);
        if (state != null) {
            state.visits.add(visit);
            visit.onEnd(early -> ended(visit, connection, state));
        }
    }

    private void ended(Visit visit, HttpConnection connection, Waiting state) {
        state.visits.remove(visit);
        if (!waiting.containsKey(connection)) {
            return;
        }
        state.underWay--;
        if (state.underWay > 0) {
            if (leaving && visit.request().version() == HttpVersion.HTTP_2) {
                // What the client begins from now on is not answered, and it knows by this that it may send that again
                connection.goAway(0);
            }
        } else if (state.last || closing) {
            HangUp.on(connection, vertx);
        } else {
            state.timer = timer(connection, config.keepAlive().toMillis());
        }
    }

    /** From now on each connection is told, with its next answer, that this is the last: its client opens another, at another replica. */
    void leave() {
        leaving = true;
    }

    /** Closes those on which nothing is under way, and each other one when that is over. */
    void close() {
        leaving = true;
        closing = true;
        List<HttpConnection> idle = waiting.entrySet().stream()
                .filter(entry -> entry.getValue().underWay == 0)
                .map(Map.Entry::getKey)
                .toList();
        idle.forEach(connection -> HangUp.on(connection, vertx));
    }

    /** Answers all that is under way with {@code why}. */
    void cutOff(Failure why) {
        waiting.values().stream()
                .flatMap(state -> state.visits.stream())
                .toList()
                .forEach(visit -> visit.refuse(why));
    }

    private long timer(HttpConnection connection, long millis) {
        return vertx.setTimer(millis, late -> HangUp.on(connection, vertx));
    }
}
