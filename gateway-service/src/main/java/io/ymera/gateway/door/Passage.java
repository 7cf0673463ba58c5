package io.ymera.gateway.door;

import static java.util.Objects.requireNonNull;

import io.vertx.ext.web.RoutingContext;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.identity.CallerPrincipal;
import org.jspecify.annotations.Nullable;

/** What the steps have found out about a request, kept with it. */
public final class Passage {

    private static final String MATCH = Passage.class.getName() + ".match";
    private static final String CLIENT = Passage.class.getName() + ".client";
    private static final String CALLER = Passage.class.getName() + ".caller";

    private Passage() {}

    /** The route of {@code request}, or null if it is one for the gateway itself (health). */
    public static Match.@Nullable Found match(RoutingContext request) {
        return request.get(MATCH);
    }

    /** Who sent {@code request}, or null if nobody asked. */
    public static @Nullable CallerPrincipal caller(RoutingContext request) {
        return request.get(CALLER);
    }

    /** Where {@code request}, which has a route, comes from, as {@link ClientAddress} finds it. */
    public static String client(RoutingContext request) {
        return requireNonNull(request.get(CLIENT));
    }

    static void setClient(RoutingContext request, String address) {
        request.put(CLIENT, requireNonNull(address));
    }

    static void setMatch(RoutingContext request, Match.Found match) {
        request.put(MATCH, requireNonNull(match));
    }

    static void setCaller(RoutingContext request, CallerPrincipal caller) {
        request.put(CALLER, requireNonNull(caller));
    }
}
