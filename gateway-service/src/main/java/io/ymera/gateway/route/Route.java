package io.ymera.gateway.route;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked for.
 *
 * @param method the HTTP method, exactly
 * @param path which paths
 * @param versioned whether it is under {@link RouteTable#PREFIX} as well as without; else it is only where {@code path} says
 * @param access who may
 * @param service the name of the service that answers
 * @param limit the name of the class of rate limits that requests count to
 * @param delivery how it answers
 * @param timeout from the request's head to the answer's end, for streams to its head; null for the usual one
 * @param bodyLimit the most bytes that a request's body may have; null for the usual limit
 * @param cookies whether cookies go through, which few routes have a use for
 */
public record Route(
        String method,
        PathTemplate path,
        boolean versioned,
        Access access,
        String service,
        String limit,
        Delivery delivery,
        @Nullable Duration timeout,
        @Nullable Long bodyLimit,
        boolean cookies) {

    public Route {
        requireNonNull(method, "A route needs a method");
        requireNonNull(path, "A route needs a path");
        requireNonNull(access, "A route needs a rule that says who may use it");
        requireNonNull(service, "A route needs a service that answers");
        requireNonNull(limit, "A route needs a class of rate limits");
        requireNonNull(delivery, "A route needs a kind of delivery");
        if (access == Access.ANYONE && delivery != Delivery.ANSWER) {
            throw new IllegalArgumentException("What goes on for long ends with a right, so it can't be for anyone");
        }
        if (delivery == Delivery.WEB_SOCKET && !method.equals("GET")) {
            throw new IllegalArgumentException("A WebSocket begins with GET");
        }
    }
}
