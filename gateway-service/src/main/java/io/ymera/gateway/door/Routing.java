package io.ymera.gateway.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.route.RequestPath;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route, by a path that every server reads alike. What has none ends here, or is ours to answer. */
@Singleton
class Routing implements Step {

    private static final int NO_CONTENT = 204;

    private final Routes routes;
    private final OwnAnswers own;

    Routing(Routes routes, OwnAnswers own) {
        this.routes = routes;
        this.own = own;
    }

    @Override
    public void take(Visit visit) {
        HttpServerRequest request = visit.request();
        Optional<String> path = RequestPath.of(request.uri());
        if (path.isEmpty()) {
            visit.refuse(Failure.of(
                    ErrorCode.MALFORMED_REQUEST, "Ask for an absolute path without encoded or dotted parts."));
        } else if (!own.answer(path.get(), visit)) {
            follow(routes.table().find(request.method().name(), path.get()), visit);
        }
    }

    private static void follow(Match match, Visit visit) {
        switch (match) {
            case Match.Found found -> {
                visit.setMatch(found);
                visit.next();
            }
            case Match.OtherMethods other -> otherMethods(visit, String.join(", ", other.allowed()));
            case Match.Nothing nothing ->
                visit.refuse(Failure.of(ErrorCode.NOT_FOUND, "There is nothing at this path."));
        }
    }

    private static void otherMethods(Visit visit, String allowed) {
        if (visit.request().method() == HttpMethod.OPTIONS) {
            visit.request().resume();
            visit.response()
                    .setStatusCode(NO_CONTENT)
                    .putHeader("Allow", allowed)
                    .end();
        } else {
            visit.refuse(new Failure(
                    ErrorCode.METHOD_NOT_ALLOWED,
                    "This path does not have this method.",
                    List.of(),
                    Map.of("Allow", allowed)));
        }
    }
}
