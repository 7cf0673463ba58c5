package io.ymera.gateway.upstream;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.route.Route;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.RightsInTime;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The last step: sends a request that has passed the others on to its service. */
@Singleton
public class Forwarder implements Step {

    private static final String EVENTS = "text/event-stream";

    private final Services services;
    private final Clients clients;
    private final UpstreamConfig config;
    private final WebSocketRelay webSockets;
    private final LongLived longLived;
    private final RightsInTime rights;

    Forwarder(
            Services services,
            Clients clients,
            UpstreamConfig config,
            WebSocketRelay webSockets,
            LongLived longLived,
            RightsInTime rights) {
        this.services = services;
        this.clients = clients;
        this.config = config;
        this.webSockets = webSockets;
        this.longLived = longLived;
        this.rights = rights;
    }

    @Override
    public void take(Visit visit) {
        Route route = visit.requireMatch().route();
        Service service = services.named(route.service());
        Duration timeout = requireNonNullElse(route.timeout(), config.timeout());
        switch (route.delivery()) {
            case ANSWER -> new Exchange(visit, service, clients.answers(), config, visit.bodyLimit()).begin(timeout);
            case STREAM -> stream(visit, service, timeout);
            case WEB_SOCKET -> webSockets.relay(visit, service, timeout);
        }
    }

    /** It ends with the token and its session, with the client, and with us. */
    private void stream(Visit visit, Service service, Duration timeout) {
        Exchange exchange = new Exchange(visit, service, clients.streams(), config, visit.bodyLimit());
        CallerPrincipal caller = requireNonNull(visit.caller());
        Places.Entry entry = longLived.enterStream(caller, () -> visit.run(() -> endSoon(visit)));
        Cancellable right = rights.whenOver(caller, why -> visit.run(() -> end(visit, exchange, why)));
        visit.onEnd(early -> {
            entry.leave();
            right.cancel();
        });
        exchange.begin(timeout);
    }

    /** Whatever is no events, a download above all, must not be taken for the whole when it is cut. */
    private static void end(Visit visit, Exchange exchange, String why) {
        if (!endEvents(visit.response())) {
            exchange.hangUp(Failure.of(ErrorCode.UNAUTHENTICATED, "No more: " + why + "; come back with a new token."));
        }
    }

    /** Events end at once, or as soon as they begin; what else is under way is waited for. */
    private static void endSoon(Visit visit) {
        HttpServerResponse response = visit.response();
        if (!endEvents(response) && !response.headWritten()) {
            response.headersEndHandler(head -> visit.context().runOnContext(written -> endEvents(response)));
        }
    }

    /** Events end in good order: the client comes back, with a new token if it must, and resumes. */
    private static boolean endEvents(HttpServerResponse response) {
        @Nullable String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        boolean events = response.headWritten() && type != null && type.startsWith(EVENTS);
        if (events && !response.ended()) {
            response.end();
        }
        return events;
    }
}
