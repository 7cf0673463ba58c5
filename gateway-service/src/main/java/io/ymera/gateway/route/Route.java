package io.ymera.gateway.route;

import static java.util.Objects.requireNonNull;

/**
 * One thing that can be asked for.
 *
 * @param method the HTTP method, exactly
 * @param path which paths
 * @param access who may
 * @param upstream which service answers
 * @param delivery how it answers
 * @param cookies whether cookies go through, which no other route has a use for
 */
public record Route(
        String method, PathTemplate path, Access access, Upstream upstream, Delivery delivery, boolean cookies) {

    public Route {
        requireNonNull(method, "A route needs a method");
        requireNonNull(path, "A route needs a path");
        requireNonNull(access, "A route needs a rule that says who may use it");
        requireNonNull(upstream, "A route needs a service that answers");
        requireNonNull(delivery, "A route needs a kind of delivery");
    }

    static Route answer(String method, String path, Access access, Upstream upstream) {
        return new Route(method, PathTemplate.parse(path), access, upstream, Delivery.ANSWER, false);
    }

    /** An answer to a browser that goes to and fro between us and somebody else. */
    static Route browser(String method, String path, Access access, Upstream upstream) {
        return new Route(method, PathTemplate.parse(path), access, upstream, Delivery.ANSWER, true);
    }

    static Route stream(String path, Access access, Upstream upstream) {
        return new Route("GET", PathTemplate.parse(path), access, upstream, Delivery.STREAM, false);
    }

    /** Whoever asks may wait for long, so they take no connection from others. */
    static Route longPoll(String path, Access access, Upstream upstream) {
        return new Route("POST", PathTemplate.parse(path), access, upstream, Delivery.STREAM, false);
    }

    static Route webSocket(String path, Access access, Upstream upstream) {
        return new Route("GET", PathTemplate.parse(path), access, upstream, Delivery.WEB_SOCKET, false);
    }
}
