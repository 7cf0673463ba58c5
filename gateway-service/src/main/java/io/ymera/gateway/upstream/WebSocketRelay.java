package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.identity.RightsInTime;
import io.ymera.web.problem.Failure;
import io.ymera.web.trace.TraceContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Joins a client's WebSocket to a service's. We end the protocol on both sides, where a proxy usually joins the two TCP streams: so
 * frame sizes are limited, slow readers slow the writer, only the headers that we choose go in, and a refusal is a problem detail.
 */
@Singleton
final class WebSocketRelay {

    private static final Logger LOG = Logger.getLogger(WebSocketRelay.class);
    private static final int UNAVAILABLE = 503;

    private final UpstreamConfig config;
    private final LongLived longLived;
    private final RightsInTime rights;
    private final WebSocketClient client;

    WebSocketRelay(Vertx vertx, UpstreamConfig config, LongLived longLived, RightsInTime rights) {
        this.config = config;
        this.longLived = longLived;
        this.rights = rights;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                // The client would let the next one wait for ever; the limit is ours, below
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(config.webSocket().maxFrameSize())
                .setMaxMessageSize(config.webSocket().maxMessageSize())
                .setTryUsePerMessageCompression(false));
    }

    /** Connects to the service first, and tells the client that it has a WebSocket only if the service agreed. */
    void relay(Visit visit, Service service, Duration timeout) {
        HttpServerRequest request = visit.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            visit.refuse(Failure.of(ErrorCode.MALFORMED_REQUEST, "This path is for WebSockets, over HTTP/1.1."));
            return;
        }
        // Vert.x would collect it, and has no word for us when it is too long
        if (BodyPump.hasBody(request)) {
            visit.refuse(Failure.of(ErrorCode.MALFORMED_REQUEST, "A handshake has no body."));
            return;
        }
        // What ends it is known only when it is there
        AtomicReference<Runnable> ending = new AtomicReference<>(() -> {});
        Places.Entry entry = longLived.enterWebSocket(
                requireNonNull(visit.caller()),
                () -> visit.run(() -> ending.get().run()));
        visit.onEnd(early -> entry.leave());
        connect(visit, service, timeout, entry, ending, List.of());
    }

    /** One that can't be reached has opened nothing, so the next is asked. */
    private void connect(
            Visit visit,
            Service service,
            Duration timeout,
            Places.Entry entry,
            AtomicReference<Runnable> ending,
            List<Target> tried) {
        @Nullable Turn turn = service.pick(tried);
        if (turn == null) {
            entry.leave();
            visit.refuse(service.unreachable());
            return;
        }
        Target target = turn.target();
        Future<WebSocket> connecting = client.connect(options(visit, target, timeout));
        connecting
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(thrown -> {
                    connecting.onSuccess(WebSocket::close);
                    LOG.warnf("WebSocket to %s: %s", target, thrown);
                    if (thrown instanceof UpgradeRejectedException rejected) {
                        turn.succeeded();
                        entry.leave();
                        visit.refuse(refusal(rejected.getStatus()));
                        return;
                    }
                    turn.notConnected(thrown);
                    List<Target> all = new ArrayList<>(tried);
                    all.add(target);
                    if (thrown instanceof ConnectException && !all.containsAll(service.targets())) {
                        connect(visit, service, timeout, entry, ending, all);
                    } else {
                        entry.leave();
                        visit.refuse(service.unreachable());
                    }
                })
                .onSuccess(socket -> {
                    turn.succeeded();
                    accept(visit, socket, timeout, entry, ending);
                });
    }

    private static Failure refusal(int status) {
        return status < 500 || status == UNAVAILABLE
                ? Failure.ofStatus(status)
                : Failure.of(ErrorCode.UPSTREAM_FAILED, "The service behind this path failed.");
    }

    private void accept(
            Visit visit, WebSocket service, Duration timeout, Places.Entry entry, AtomicReference<Runnable> ending) {
        if (entry.isOver()) {
            // The client left meanwhile; there would be a WebSocket all the same, and nobody to close it
            service.close();
            return;
        }
        if (entry.isToEnd()) {
            service.close();
            visit.refuse(Failure.of(ErrorCode.UNAVAILABLE, "The gateway stops: try again."));
            return;
        }
        service.pause();
        HttpServerRequest request = visit.request();
        Vertx vertx = visit.context().owner();
        long late =
                vertx.setTimer(timeout.toMillis(), due -> request.connection().close());
        Promise<ServerWebSocket> upgraded = Promise.promise();
        upgraded.future()
                .onComplete(done -> vertx.cancelTimer(late))
                .onFailure(thrown -> {
                    visit.close();
                    service.close();
                })
                .onSuccess(socket -> {
                    visit.upgrade();
                    join(visit, socket, service, entry, ending);
                });
        // Vert.x says nothing in some cases: when it has refused the handshake, when the client is gone
        visit.onEnd(early -> upgraded.tryFail("It was over before it was a WebSocket"));
        request.toWebSocket().onSuccess(upgraded::tryComplete).onFailure(upgraded::tryFail);
        // It waits for the end of the request, which has been paused since it came
        request.resume();
    }

    /** A connection does not outlive the right to have it; the client comes back with a new token and resumes. */
    private void join(
            Visit visit,
            ServerWebSocket outside,
            WebSocket inside,
            Places.Entry entry,
            AtomicReference<Runnable> ending) {
        AtomicReference<Cancellable> right = new AtomicReference<>(() -> {});
        WebSocketPair pair = new WebSocketPair(
                visit.context().owner(), outside, inside, config.webSocket().maxMessageSize(), () -> {
                    visit.close();
                    entry.leave();
                    right.get().cancel();
                });
        // Calls back later than this, so that whatever ends the pair finds what to cancel
        right.set(rights.whenOver(requireNonNull(visit.caller()), why -> visit.run(() -> pair.refuseFurther(why))));
        ending.set(pair::goAway);
        pair.join(config.webSocket().pingInterval());
        if (entry.isToEnd()) {
            // The others have been told, when there was nobody here to tell
            pair.goAway();
        }
    }

    private static WebSocketConnectOptions options(Visit visit, Target target, Duration timeout) {
        String query = visit.request().query();
        String path = visit.requireMatch().target();
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.isTls())
                .setURI(query == null ? path : path + "?" + query)
                .setAllowOriginHeader(false);
        String token = visit.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            options.putHeader(HttpHeaders.AUTHORIZATION, token);
        }
        // Closes the connection if the handshake is not answered
        options.setTimeout(timeout.toMillis());
        options.putHeader(ClientAddress.HEADER, visit.client());
        options.putHeader(TraceContext.HEADER, visit.trace().traceparent());
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
