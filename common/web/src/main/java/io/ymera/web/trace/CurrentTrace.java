package io.ymera.web.trace;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** The trace context of the request that is being served, for those who call on to somebody else. */
@RequestScoped
public class CurrentTrace {

    private final CurrentVertxRequest request;

    CurrentTrace(CurrentVertxRequest request) {
        this.request = request;
    }

    /** That of the request, or a new trace where there is no request (a timer, a consumer). */
    public TraceContext get() {
        RoutingContext current = request.getCurrent();
        return current == null
                ? TraceContext.create()
                : TraceContext.of(current).orElseGet(TraceContext::create);
    }
}
