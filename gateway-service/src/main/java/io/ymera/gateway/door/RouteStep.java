package io.ymera.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.gateway.route.RequestPath;
import io.ymera.gateway.route.RouteTable;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the route. What has none ends here, whatever other handlers Quarkus may have for it. */
@Singleton
final class RouteStep {

    /** What the gateway answers itself. */
    private static final Set<String> OWN_PATHS = Set.of("/health", "/health/live", "/health/ready");

    private final ClientAddress addresses;
    private final ProblemWriter problems;

    RouteStep(ClientAddress addresses, ProblemWriter problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::route, DoorOrder.ROUTE);
    }

    private void route(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> path = RequestPath.of(request.uri());
        if (path.isEmpty() || request.version() != HttpVersion.HTTP_1_1) {
            problems.write(
                    context,
                    Failure.of(
                            ErrorCode.MALFORMED_REQUEST,
                            "Send an HTTP/1.1 request for an absolute path without encoded or dotted parts."));
        } else if (OWN_PATHS.contains(path.get())) {
            context.next();
        } else {
            follow(RouteTable.find(request.method().name(), path.get()), context);
        }
    }

    private void follow(Match match, RoutingContext context) {
        switch (match) {
            case Match.Found found -> {
                // The steps to come take time, and the body has to wait for the last of them
                HttpServerRequest request = context.request();
                request.pause();
                Passage.setClient(
                        context,
                        addresses.of(request.remoteAddress(), request.headers().getAll(ClientAddress.HEADER)));
                Passage.setMatch(context, found);
                context.next();
            }
            case Match.OtherMethods other ->
                problems.write(
                        context,
                        new Failure(
                                ErrorCode.METHOD_NOT_ALLOWED,
                                "This path does not have this method.",
                                List.of(),
                                Map.of("Allow", String.join(", ", other.allowed()))));
            case Match.Nothing nothing ->
                problems.write(context, Failure.of(ErrorCode.NOT_FOUND, "There is nothing at this path."));
        }
    }
}
