package io.ymera.gateway.door;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.limit.RateLimiting;
import io.ymera.gateway.upstream.Forwarder;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.ProblemWriter;
import io.ymera.web.trace.TraceContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The way in: every request of the outside takes these steps, in this order. Thread-safe. */
@Singleton
class Door {

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");

    private final SecurityHeaders securityHeaders;
    private final List<Step> steps;
    private final ClientAddress addresses;
    private final AccessLog accessLog;
    private final RequestMetrics metrics;
    private final ProblemWriter problems;
    private final AtomicInteger open = new AtomicInteger();

    Door(
            SecurityHeaders securityHeaders,
            ProperHead properHead,
            TrustedHosts trustedHosts,
            Cors cors,
            Routing routing,
            BodyLimit bodyLimit,
            Authentication authentication,
            RateLimiting rateLimiting,
            RoleCheck roleCheck,
            Forwarder forwarder,
            ClientAddress addresses,
            AccessLog accessLog,
            RequestMetrics metrics,
            ProblemWriter problems) {
        this.securityHeaders = securityHeaders;
        this.steps = List.of(
                securityHeaders,
                properHead,
                trustedHosts,
                cors,
                routing,
                bodyLimit,
                authentication,
                rateLimiting,
                roleCheck,
                forwarder);
        this.addresses = addresses;
        this.accessLog = accessLog;
        this.metrics = metrics;
        this.problems = problems;
    }

    /** Lets {@code request} in. On its event loop. */
    Visit enter(HttpServerRequest request) {
        Visit visit = visit(request, steps);
        visit.next();
        return visit;
    }

    /** Answers {@code request}, which could not be read. On its event loop. */
    void turnAway(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        visit(request, List.of(securityHeaders, visit -> visit.refuse(BadRequests.failure(request))))
                .next();
    }

    private Visit visit(HttpServerRequest request, List<Step> itsSteps) {
        Visit visit = new Visit(
                request,
                requireNonNull(Vertx.currentContext()),
                TraceContext.continuing(request.getHeader(TraceContext.HEADER)),
                addresses.of(request.remoteAddress(), request.headers().getAll(ClientAddress.HEADER)),
                problems,
                itsSteps);
        open.incrementAndGet();
        visit.onEnd(early -> {
            open.decrementAndGet();
            metrics.count(visit, early);
            accessLog.write(visit, early);
        });
        request.response().putHeader(REQUEST_ID, visit.trace().traceId());
        return visit;
    }

    /** Requests whose answers have not ended. */
    int open() {
        return open.get();
    }
}
