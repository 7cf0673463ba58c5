package io.ymera.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.trace.TraceContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line per request, when its answer has ended or its connection is gone, and the request's id in the answer. Queries and
 * headers are left out: they can hold secrets.
 */
@Singleton
final class AccessLog {

    private static final Logger LOG = Logger.getLogger("io.ymera.access");

    void register(@Observes Filters filters) {
        filters.register(AccessLog::watch, DoorOrder.ACCESS_LOG);
    }

    private static void watch(RoutingContext request) {
        long start = System.nanoTime();
        String id = TraceContext.traceIdOf(request);
        if (id != null) {
            request.response().putHeader("X-Request-Id", id);
        }
        request.addEndHandler(ended -> write(request, System.nanoTime() - start, ended.failed()));
        request.next();
    }

    private static void write(RoutingContext request, long nanos, boolean aborted) {
        @Nullable CallerPrincipal caller = Passage.caller(request);
        LOG.infof(
                "%s %s %s %d bytes %d ms %s%s",
                request.request().method(),
                request.request().path(),
                request.response().getStatusCode(),
                request.response().bytesWritten(),
                TimeUnit.NANOSECONDS.toMillis(nanos),
                caller == null ? "-" : caller.name(),
                aborted ? " aborted" : "");
    }
}
