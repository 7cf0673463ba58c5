package io.ymera.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers to do with our answers nothing but hand them to the script that asked. */
@Singleton
final class SecurityHeaders {

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::protect, DoorOrder.SECURITY_HEADERS);
    }

    /** Set when the head is written, so that nobody on the way has the last word. */
    private static void protect(RoutingContext request) {
        request.addHeadersEndHandler(written -> set(request.response().headers()));
        request.next();
    }

    private static void set(MultiMap headers) {
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
