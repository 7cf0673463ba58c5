package io.ymera.gateway.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Routes by the segments of their paths: what is spelled out is preferred to a hole, and a hole to {@code **}. */
final class PathTree {

    private final Map<String, PathTree> named = new HashMap<>();
    private final SortedMap<String, Route> here = new TreeMap<>();
    private final SortedMap<String, Route> below = new TreeMap<>();
    private @Nullable PathTree hole;

    /** @throws IllegalArgumentException if there is a route for the same method and paths already */
    void add(Route route) {
        add(route, route.path().segments(), 0);
    }

    private void add(Route route, List<String> segments, int depth) {
        if (depth == segments.size()) {
            put(here, route);
            return;
        }
        String segment = segments.get(depth);
        if (segment.equals(PathTemplate.REST)) {
            put(below, route);
        } else {
            child(segment).add(route, segments, depth + 1);
        }
    }

    private PathTree child(String segment) {
        if (!PathTemplate.isHole(segment)) {
            return named.computeIfAbsent(segment, first -> new PathTree());
        }
        if (hole == null) {
            hole = new PathTree();
        }
        return hole;
    }

    private static void put(Map<String, Route> routes, Route route) {
        if (routes.putIfAbsent(route.method(), route) != null) {
            throw new IllegalArgumentException("%s %s is there twice".formatted(route.method(), route.path()));
        }
    }

    /** The routes for {@code path} from the character {@code start} on, which is a slash, by method; null if there are none. */
    @Nullable
    SortedMap<String, Route> find(String path, int start) {
        if (start == path.length()) {
            return here.isEmpty() ? null : here;
        }
        int next = path.indexOf('/', start + 1);
        int end = next < 0 ? path.length() : next;
        if (end == start + 1) {
            // An empty segment is no segment
            return null;
        }
        @Nullable PathTree exact = named.get(path.substring(start + 1, end));
        @Nullable SortedMap<String, Route> found = exact == null ? null : exact.find(path, end);
        if (found == null && hole != null) {
            found = hole.find(path, end);
        }
        return found == null && !below.isEmpty() && !path.endsWith("/") ? below : found;
    }
}
