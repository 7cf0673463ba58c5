package io.ymera.gateway.door;

import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.problem.ProblemWriter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** May it? By role alone; whose things they are is decided by the service that has them. */
@Singleton
final class RoleCheck {

    private final ProblemWriter problems;

    RoleCheck(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, DoorOrder.ROLE);
    }

    private void check(RoutingContext request) {
        Match.@Nullable Found match = Passage.match(request);
        @Nullable CallerPrincipal caller = Passage.caller(request);
        if (match == null || match.route().access().allows(caller == null ? Set.of() : Set.of(caller.role()))) {
            request.next();
        } else {
            problems.write(request, new ForbiddenException());
        }
    }
}
