package io.ymera.gateway.route;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked for. Each path is served under {@code /api/v1} and, as an alias, without it, and goes to its
 * service without it. Thread-safe.
 */
public final class RouteTable {

    /** The prefix of the versioned API. */
    public static final String PREFIX = "/api/v1";

    private final List<Route> routes;
    private final PathTree everywhere = new PathTree();
    private final PathTree unversioned = new PathTree();

    /** @throws IllegalArgumentException if two of {@code routes} are the same */
    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.routes.forEach(route -> (route.versioned() ? everywhere : unversioned).add(route));
    }

    /** All of them, in the order of the file. */
    public List<Route> routes() {
        return routes;
    }

    /** What {@code path}, of which {@link RequestPath} has approved, leads to. Where there is a GET there is a HEAD (RFC 9110). */
    public Match find(String method, String path) {
        boolean versioned = path.startsWith(PREFIX + "/");
        String target = versioned ? path.substring(PREFIX.length()) : path;
        @Nullable SortedMap<String, Route> byMethod = everywhere.find(target, 0);
        if (byMethod == null && !versioned) {
            byMethod = unversioned.find(target, 0);
        }
        if (byMethod == null) {
            return new Match.Nothing();
        }
        @Nullable Route route = byMethod.get(method.equals("HEAD") ? "GET" : method);
        return route == null ? new Match.OtherMethods(methods(byMethod.keySet())) : new Match.Found(route, target);
    }

    private static Set<String> methods(Set<String> listed) {
        Set<String> methods = new TreeSet<>(listed);
        methods.add("OPTIONS");
        if (listed.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** What a path leads to. */
    public sealed interface Match {

        /**
         * A route.
         *
         * @param route that which fits
         * @param target the path at its service
         */
        record Found(Route route, String target) implements Match {}

        /**
         * A path that has other methods.
         *
         * @param allowed which
         */
        record OtherMethods(Set<String> allowed) implements Match {}

        /** No such path. */
        record Nothing() implements Match {}
    }
}
