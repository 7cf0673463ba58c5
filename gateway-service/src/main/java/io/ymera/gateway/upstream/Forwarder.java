package io.ymera.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import io.ymera.gateway.door.DoorOrder;
import io.ymera.gateway.door.Passage;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.problem.ProblemWriter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The last step: sends a request that has passed the others on to its service. */
@Singleton
final class Forwarder {

    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private final UpstreamConfig config;
    private final WebSocketRelay webSockets;
    private final StreamRelay streams;
    private final ProblemWriter problems;
    private final long bodyLimit;
    private final HttpClient client;

    Forwarder(
            Vertx vertx,
            UpstreamConfig config,
            WebSocketRelay webSockets,
            StreamRelay streams,
            ProblemWriter problems,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyLimit) {
        this.config = config;
        this.webSockets = webSockets;
        this.streams = streams;
        this.problems = problems;
        this.bodyLimit = bodyLimit.asLongValue();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.connections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(true));
    }

    void register(@Observes Filters filters) {
        filters.register(this::forward, DoorOrder.UPSTREAM);
    }

    private void forward(RoutingContext context) {
        Match.@Nullable Found match = Passage.match(context);
        if (match == null) {
            context.next();
            return;
        }
        URI upstream = config.url(match.route().upstream());
        switch (match.route().delivery()) {
            case ANSWER -> exchange(context, match, upstream);
            case STREAM -> streams.relay(context, match, upstream);
            case WEB_SOCKET -> webSockets.relay(context, match.target(), upstream);
        }
    }

    private void exchange(RoutingContext context, Match.Found match, URI upstream) {
        Exchange exchange = new Exchange(context, match, upstream, problems, bodyLimit, () -> {});
        long timer = context.vertx().setTimer(config.timeout().toMillis(), late -> exchange.timeOut());
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        HttpProxy.reverseProxy(NO_WEB_SOCKETS, client)
                .origin(proxy -> Exchange.connect(client, upstream).map(exchange::started))
                .addInterceptor(exchange)
                .handle(context.request());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
