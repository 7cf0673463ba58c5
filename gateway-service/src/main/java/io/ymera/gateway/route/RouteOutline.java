package io.ymera.gateway.route;

import java.util.List;

/**
 * What those need to know of a route who describe it.
 *
 * @param method the HTTP method
 * @param path a template, such as {@code /tasks/{id}}
 * @param versioned whether it is under {@link RouteTable#PREFIX}; else it is at the root
 * @param service the service that answers, such as {@code auth}
 * @param access who may
 */
public record RouteOutline(String method, String path, boolean versioned, String service, Access access) {

    /** All routes that we bring, in their order. */
    public static List<RouteOutline> all() {
        return RoutesFile.parse(RoutesFile.brought()).routes().stream()
                .map(RouteOutline::of)
                .toList();
    }

    private static RouteOutline of(Route route) {
        return new RouteOutline(
                route.method(), route.path().toString(), route.versioned(), route.service(), route.access());
    }
}
