package io.ymera.gateway.route;

import static io.ymera.gateway.route.Access.ADMINS;
import static io.ymera.gateway.route.Access.ANYONE;
import static io.ymera.gateway.route.Access.SERVICES;
import static io.ymera.gateway.route.Access.SERVICES_AND_ADMINS;
import static io.ymera.gateway.route.Access.USERS;
import static io.ymera.gateway.route.Route.answer;
import static io.ymera.gateway.route.Route.browser;
import static io.ymera.gateway.route.Route.longPoll;
import static io.ymera.gateway.route.Route.stream;
import static io.ymera.gateway.route.Route.webSocket;
import static io.ymera.gateway.route.Upstream.AUTH;
import static io.ymera.gateway.route.Upstream.MANAGER;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be asked for. Each path is served under {@code /api/v1} and, as an alias, without it, and goes to its
 * service without it.
 */
public final class RouteTable {

    /** The prefix of the versioned API. */
    public static final String PREFIX = "/api/v1";

    /** Where a path fits two routes of the same method, the first of them is meant: the one without a hole. */
    private static final List<Route> ROUTES = List.of(
            answer("POST", "/auth/register", ANYONE, AUTH),
            answer("POST", "/auth/login", ANYONE, AUTH),
            answer("POST", "/auth/token", ANYONE, AUTH),
            answer("POST", "/auth/refresh", ANYONE, AUTH),
            answer("POST", "/auth/logout", ANYONE, AUTH),
            answer("POST", "/auth/introspect", ANYONE, AUTH),
            answer("POST", "/auth/revoke", ANYONE, AUTH),
            answer("POST", "/auth/setup", ANYONE, AUTH),
            answer("GET", "/auth/external", ANYONE, AUTH),
            browser("GET", "/auth/external/login", ANYONE, AUTH),
            browser("GET", "/auth/external/callback", ANYONE, AUTH),
            browser("POST", "/auth/external/tokens", ANYONE, AUTH),
            answer("GET", "/users/me", USERS, AUTH),
            answer("PUT", "/users/me", USERS, AUTH),
            answer("PUT", "/users/me/password", USERS, AUTH),
            answer("GET", "/users/me/sessions", USERS, AUTH),
            answer("DELETE", "/users/me/sessions", USERS, AUTH),
            answer("DELETE", "/users/me/sessions/{id}", USERS, AUTH),
            answer("POST", "/users/me/api-keys", USERS, AUTH),
            answer("GET", "/users/me/api-keys", USERS, AUTH),
            answer("DELETE", "/users/me/api-keys/{id}", USERS, AUTH),
            answer("GET", "/users/me/totp", USERS, AUTH),
            answer("POST", "/users/me/totp", USERS, AUTH),
            answer("POST", "/users/me/totp/confirm", USERS, AUTH),
            answer("DELETE", "/users/me/totp", USERS, AUTH),
            browser("POST", "/users/me/external", USERS, AUTH),
            answer("GET", "/users/me/external", USERS, AUTH),
            answer("DELETE", "/users/me/external", USERS, AUTH),
            answer("GET", "/users", ADMINS, AUTH),
            answer("GET", "/users/{id}", ADMINS, AUTH),
            answer("PATCH", "/users/{id}", ADMINS, AUTH),
            answer("DELETE", "/users/{id}", ADMINS, AUTH),
            answer("DELETE", "/users/{id}/totp", ADMINS, AUTH),
            answer("GET", "/audit", ADMINS, AUTH),
            stream("/audit/verify", ADMINS, AUTH),
            stream("/audit/export", ADMINS, AUTH),
            answer("POST", "/clients", ADMINS, AUTH),
            answer("GET", "/clients", ADMINS, AUTH),
            answer("GET", "/clients/{id}", ADMINS, AUTH),
            answer("PATCH", "/clients/{id}", ADMINS, AUTH),
            answer("DELETE", "/clients/{id}", ADMINS, AUTH),
            answer("POST", "/clients/{id}/secret", ADMINS, AUTH),
            answer("GET", "/keys", ADMINS, AUTH),
            answer("POST", "/keys/rotate", ADMINS, AUTH),
            answer("POST", "/tasks", USERS, MANAGER),
            answer("GET", "/tasks", USERS, MANAGER),
            answer("GET", "/tasks/dead-letters", ADMINS, MANAGER),
            answer("POST", "/tasks/redrive", ADMINS, MANAGER),
            answer("GET", "/tasks/{id}", USERS, MANAGER),
            answer("POST", "/tasks/{id}/cancel", USERS, MANAGER),
            answer("POST", "/tasks/{id}/retry", USERS, MANAGER),
            stream("/tasks/{id}/events", USERS, MANAGER),
            answer("GET", "/tasks/{id}/attempts/{attempt}/parameters", SERVICES, MANAGER),
            answer("PUT", "/tasks/{id}/attempts/{attempt}/result", SERVICES, MANAGER),
            answer("GET", "/tasks/{id}/callbacks", USERS, MANAGER),
            answer("GET", "/callbacks/secret", USERS, MANAGER),
            answer("POST", "/callbacks/secret", USERS, MANAGER),
            answer("POST", "/schedules", USERS, MANAGER),
            answer("GET", "/schedules", USERS, MANAGER),
            answer("GET", "/schedules/{id}", USERS, MANAGER),
            answer("PATCH", "/schedules/{id}", USERS, MANAGER),
            answer("DELETE", "/schedules/{id}", USERS, MANAGER),
            answer("POST", "/workflows", USERS, MANAGER),
            answer("GET", "/workflows", USERS, MANAGER),
            answer("GET", "/workflows/{id}", USERS, MANAGER),
            stream("/workflows/{id}/events", USERS, MANAGER),
            answer("POST", "/workflows/{id}/cancel", USERS, MANAGER),
            answer("POST", "/workflows/{id}/steps/{step}/approve", USERS, MANAGER),
            answer("POST", "/workflows/{id}/steps/{step}/reject", USERS, MANAGER),
            answer("GET", "/capabilities", USERS, MANAGER),
            answer("GET", "/backlog", SERVICES_AND_ADMINS, MANAGER),
            webSocket("/ws", USERS, MANAGER),
            answer("GET", "/agents", SERVICES_AND_ADMINS, MANAGER),
            answer("GET", "/agents/{id}", SERVICES_AND_ADMINS, MANAGER),
            answer("POST", "/agents", SERVICES, MANAGER),
            answer("PATCH", "/agents/{id}", SERVICES_AND_ADMINS, MANAGER),
            answer("DELETE", "/agents/{id}", SERVICES_AND_ADMINS, MANAGER),
            answer("POST", "/agents/{id}/heartbeat", SERVICES, MANAGER),
            longPoll("/agents/{id}/leases", SERVICES, MANAGER),
            answer("POST", "/tasks/{id}/attempts/{n}/progress", SERVICES, MANAGER),
            answer("POST", "/tasks/{id}/attempts/{n}/complete", SERVICES, MANAGER),
            answer("POST", "/tasks/{id}/attempts/{n}/fail", SERVICES, MANAGER),
            answer("POST", "/tasks/{id}/attempts/{n}/release", SERVICES, MANAGER));

    /** RFC 8615 paths are at the root of the origin and nowhere else. */
    private static final List<Route> ROOT_ROUTES = List.of(
            answer("GET", "/.well-known/jwks.json", ANYONE, AUTH),
            answer("GET", "/.well-known/oauth-authorization-server", ANYONE, AUTH));

    private RouteTable() {}

    /** All of them, in their order. */
    static List<Route> all() {
        return Stream.concat(ROUTES.stream(), ROOT_ROUTES.stream()).toList();
    }

    /** What {@code path}, of which {@link RequestPath} has approved, leads to. */
    public static Match find(String method, String path) {
        boolean versioned = path.startsWith(PREFIX + "/");
        String target = versioned ? path.substring(PREFIX.length()) : path;
        List<Route> candidates =
                ROUTES.stream().filter(r -> r.path().matches(target)).toList();
        if (candidates.isEmpty() && !versioned) {
            candidates =
                    ROOT_ROUTES.stream().filter(r -> r.path().matches(target)).toList();
        }
        if (candidates.isEmpty()) {
            return new Match.Nothing();
        }
        return candidates.stream()
                .filter(r -> r.method().equals(method))
                .findFirst()
                .<Match>map(route -> new Match.Found(route, target))
                .orElse(new Match.OtherMethods(methods(candidates)));
    }

    private static Set<String> methods(List<Route> routes) {
        return routes.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new));
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
