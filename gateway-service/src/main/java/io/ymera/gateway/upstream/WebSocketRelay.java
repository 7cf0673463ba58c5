package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.RoutingContext;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.door.Passage;
import io.ymera.web.identity.RightsInTime;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import io.ymera.web.trace.TraceContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Joins a client's WebSocket to a service's. We end the protocol on both sides, where vertx-http-proxy would join the two TCP
 * streams: so frame sizes are limited, slow readers slow the writer, only the headers that we choose go in, and a refusal is a
 * problem detail.
 */
@Singleton
final class WebSocketRelay {

    private static final Logger LOG = Logger.getLogger(WebSocketRelay.class);

    private final UpstreamConfig config;
    private final RightsInTime rights;
    private final ProblemWriter problems;
    private final WebSocketClient client;
    private final AtomicInteger open = new AtomicInteger();

    WebSocketRelay(Vertx vertx, UpstreamConfig config, RightsInTime rights, ProblemWriter problems) {
        this.config = config;
        this.rights = rights;
        this.problems = problems;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                // The client would let the next one wait for ever; the limit is ours, below
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(config.webSocket().maxFrameSize())
                .setMaxMessageSize(config.webSocket().maxMessageSize())
                .setTryUsePerMessageCompression(false));
    }

    /** Connects to the service first, and tells the client that it has a WebSocket only if the service agreed. */
    void relay(RoutingContext context, String target, URI upstream) {
        HttpServerRequest request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            problems.write(context, Failure.of(ErrorCode.MALFORMED_REQUEST, "This path is for WebSockets."));
            return;
        }
        if (context.response().closed()) {
            return;
        }
        if (open.incrementAndGet() > config.webSocket().maxConnections()) {
            open.decrementAndGet();
            problems.write(context, Failure.of(ErrorCode.OVERLOADED, "Too many WebSockets are open: try again."));
            return;
        }
        Slot slot = new Slot(open);
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                slot.giveBack();
            }
        });
        Future<WebSocket> connecting = client.connect(options(context, target, upstream));
        connecting
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(thrown -> {
                    slot.giveBack();
                    connecting.onSuccess(WebSocket::close);
                    refuse(context, thrown, upstream);
                })
                .onSuccess(service -> accept(context, service, slot));
    }

    /** How many are open or about to be. */
    int open() {
        return open.get();
    }

    private void accept(RoutingContext context, WebSocket service, Slot slot) {
        if (slot.isGivenBack()) {
            // The client left meanwhile; there would be a WebSocket all the same, and nobody to close it
            service.close();
            return;
        }
        service.pause();
        HttpServerRequest request = context.request();
        long late = context.vertx().setTimer(config.timeout().toMillis(), due -> request.connection()
                .close());
        request.toWebSocket()
                .onComplete(done -> context.vertx().cancelTimer(late))
                .onFailure(thrown -> {
                    slot.giveBack();
                    service.close();
                })
                .onSuccess(socket -> join(context, socket, service, slot));
        // It waits for the end of the request, which has been paused since it was routed
        request.resume();
    }

    /** A connection does not outlive the right to have it; the client comes back with a new token and resumes. */
    private void join(RoutingContext context, ServerWebSocket outside, WebSocket inside, Slot slot) {
        AtomicReference<Cancellable> right = new AtomicReference<>(() -> {});
        WebSocketPair pair = new WebSocketPair(
                context.vertx(), outside, inside, config.webSocket().maxMessageSize(), () -> {
                    slot.giveBack();
                    right.get().cancel();
                });
        // Calls back later than this, so that whatever ends the pair finds what to cancel
        right.set(rights.whenOver(requireNonNull(Passage.caller(context)), pair::refuseFurther));
        pair.join(config.webSocket().pingInterval());
    }

    private WebSocketConnectOptions options(RoutingContext context, String target, URI upstream) {
        boolean tls = "https".equals(upstream.getScheme());
        String query = context.request().query();
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(upstream.getHost())
                .setPort(upstream.getPort() >= 0 ? upstream.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI(query == null ? target : target + "?" + query)
                // No timeout: that of Vert.x goes on after the handshake and ends a WebSocket on which nothing happens
                .setAllowOriginHeader(false);
        String token = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            options.putHeader(HttpHeaders.AUTHORIZATION, token);
        }
        options.putHeader(ClientAddress.HEADER, Passage.client(context));
        TraceContext.of(context).ifPresent(trace -> options.putHeader(TraceContext.HEADER, trace.traceparent()));
        return options;
    }

    private void refuse(RoutingContext context, Throwable thrown, URI upstream) {
        LOG.warnf("WebSocket to %s: %s", upstream, thrown);
        Failure failure;
        if (thrown instanceof UpgradeRejectedException rejected) {
            failure = rejected.getStatus() < 500
                    ? Failure.ofStatus(rejected.getStatus())
                    : Failure.of(ErrorCode.UPSTREAM_FAILED, "The service behind this path failed.");
        } else {
            failure = Failure.of(ErrorCode.UNAVAILABLE, "The service behind this path can't be reached: try again.");
        }
        problems.write(context, failure);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
