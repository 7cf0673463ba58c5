package io.ymera.gateway.route;

import java.util.List;
import java.util.Locale;

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

    /** All routes, in their order. */
    public static List<RouteOutline> all() {
        return RouteTable.all().stream().map(RouteOutline::of).toList();
    }

    private static RouteOutline of(Route route) {
        String path = "/" + String.join("/", route.path().segments());
        return new RouteOutline(
                route.method(),
                path,
                !path.startsWith("/.well-known/"),
                route.upstream().name().toLowerCase(Locale.ROOT),
                route.access());
    }
}
