package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.door.Passage;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.identity.RightsInTime;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes on answers that go on for as long as there is something to tell. Their connections are their own, so that many
 * who listen leave enough for those who ask; they end with the token and its session, and at once when the client goes.
 */
@Singleton
final class StreamRelay {

    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);
    /** A request for a stream has no body to speak of. */
    private static final long BODY_LIMIT = 16 * 1024;

    private static final String EVENTS = "text/event-stream";

    private final UpstreamConfig config;
    private final RightsInTime rights;
    private final ProblemWriter problems;
    private final HttpClient client;
    private final AtomicInteger open = new AtomicInteger();

    StreamRelay(Vertx vertx, UpstreamConfig config, RightsInTime rights, ProblemWriter problems) {
        this.config = config;
        this.rights = rights;
        this.problems = problems;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.stream().maxConnections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(true));
    }

    /** Passes the answer on as it comes; only its head has to come in time. */
    void relay(RoutingContext context, Match.Found match, URI upstream) {
        if (context.response().closed()) {
            return;
        }
        if (open.incrementAndGet() > config.stream().maxConnections()) {
            open.decrementAndGet();
            problems.write(context, Failure.of(ErrorCode.OVERLOADED, "Too many streams are open: try again."));
            return;
        }
        Vertx vertx = context.vertx();
        long[] late = new long[1];
        Exchange exchange =
                new Exchange(context, match, upstream, problems, BODY_LIMIT, () -> vertx.cancelTimer(late[0]));
        late[0] = vertx.setTimer(config.timeout().toMillis(), due -> exchange.timeOut());
        Cancellable right =
                rights.whenOver(requireNonNull(Passage.caller(context)), why -> end(context, exchange, why));
        context.addEndHandler(ended -> {
            open.decrementAndGet();
            vertx.cancelTimer(late[0]);
            right.cancel();
            if (ended.failed()) {
                // Nothing is being written that could tell the service
                exchange.hangUp(Failure.of(ErrorCode.MALFORMED_REQUEST, "The client has gone."));
            }
        });
        HttpProxy.reverseProxy(NO_WEB_SOCKETS, client)
                .origin(proxy -> Exchange.connect(client, upstream).map(exchange::started))
                .addInterceptor(exchange)
                .handle(context.request());
    }

    /**
     * Events end in good order: the client comes back with a new token and resumes. Whatever else is cut, a download above all, must
     * not be taken for the whole.
     */
    private static void end(RoutingContext context, Exchange exchange, String why) {
        HttpServerResponse response = context.response();
        if (response.headWritten() && !response.ended()) {
            String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
            if (type != null && type.startsWith(EVENTS)) {
                response.end();
            } else {
                response.reset();
            }
        }
        exchange.hangUp(Failure.of(ErrorCode.UNAUTHENTICATED, "No more: " + why + "; come back with a new token."));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
