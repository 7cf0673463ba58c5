package io.ymera.gateway.upstream;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.door.Passage;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Passes on answers that go on for as long as there is something to tell. Their connections are their own, so that many
 * who listen leave enough for those who ask; they end with the token, and at once when the client goes.
 */
@Singleton
final class StreamRelay {

    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);
    /** A request for a stream has no body to speak of. */
    private static final long BODY_LIMIT = 16 * 1024;

    private final UpstreamConfig config;
    private final ProblemWriter problems;
    private final HttpClient client;
    private final AtomicInteger open = new AtomicInteger();

    StreamRelay(Vertx vertx, UpstreamConfig config, ProblemWriter problems) {
        this.config = config;
        this.problems = problems;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.stream().maxConnections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(true));
    }

    /** Passes the answer on as it comes; only its head has to come in time. */
    void relay(RoutingContext context, String target, URI upstream) {
        if (open.incrementAndGet() > config.stream().maxConnections()) {
            open.decrementAndGet();
            problems.write(context, Failure.of(ErrorCode.OVERLOADED, "Too many streams are open: try again."));
            return;
        }
        Vertx vertx = context.vertx();
        long[] timers = new long[2];
        Exchange exchange =
                new Exchange(context, target, upstream, problems, BODY_LIMIT, () -> vertx.cancelTimer(timers[0]));
        timers[0] = vertx.setTimer(config.timeout().toMillis(), late -> exchange.timeOut());
        timers[1] = vertx.setTimer(millisLeft(context), expired -> {
            // An end in good order where it can be had: the client comes back with a new token and resumes
            if (context.response().headWritten() && !context.response().ended()) {
                context.response().end();
            }
            exchange.hangUp(Failure.of(ErrorCode.UNAUTHENTICATED, "The token has expired: come back with a new one."));
        });
        context.addEndHandler(ended -> {
            open.decrementAndGet();
            vertx.cancelTimer(timers[0]);
            vertx.cancelTimer(timers[1]);
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

    /** How long the caller's token is good for, at least 1; a day where there is none. */
    private static long millisLeft(RoutingContext context) {
        @Nullable SecurityIdentity caller = Passage.caller(context);
        return caller != null && caller.getPrincipal() instanceof JsonWebToken token
                ? Math.max(
                        1,
                        Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()))
                                .toMillis())
                : Duration.ofDays(1).toMillis();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
