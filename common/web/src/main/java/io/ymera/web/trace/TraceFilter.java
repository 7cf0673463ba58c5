package io.ymera.web.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.ymera.web.FilterOrder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Gives every request its trace context before anything else sees it. */
@Singleton
final class TraceFilter {

    /** The member of a log line that carries the trace id. */
    static final String MDC_KEY = "trace_id";

    void register(@Observes Filters filters) {
        filters.register(TraceFilter::trace, FilterOrder.TRACE);
    }

    private static void trace(RoutingContext request) {
        TraceContext context = TraceContext.continuing(request.request().getHeader(TraceContext.HEADER));
        context.attachTo(request);
        // Quarkus keeps the MDC with the Vert.x context of the request, so it ends with the request
        MDC.put(MDC_KEY, context.traceId());
        request.next();
    }
}
