package io.ymera.gateway.door;

import static java.util.Objects.requireNonNullElseGet;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.ymera.gateway.route.Access;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.problem.ProblemWriter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who is it? By the bearer token, verified here; where anyone may, nobody is asked. */
@Singleton
final class Authentication {

    private final IdentityProviderManager identities;
    private final ProblemWriter problems;

    Authentication(IdentityProviderManager identities, ProblemWriter problems) {
        this.identities = identities;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::authenticate, DoorOrder.AUTHENTICATION);
    }

    private void authenticate(RoutingContext request) {
        Match.@Nullable Found match = Passage.match(request);
        if (match == null || match.route().access() == Access.ANYONE) {
            request.next();
            return;
        }
        Context loop = context(request);
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .emitOn(signal -> loop.runOnContext(ignored -> signal.run()))
                .subscribe()
                .with(identity -> admit(request, identity), thrown -> problems.write(request, thrown));
    }

    /** Keys may have been fetched on another thread, and everything that follows belongs on the request's own. */
    private static Context context(RoutingContext request) {
        return requireNonNullElseGet(
                Vertx.currentContext(), () -> request.vertx().getOrCreateContext());
    }

    private void admit(RoutingContext request, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            problems.write(request, new UnauthorizedException());
            return;
        }
        Passage.setCaller(request, identity);
        request.next();
    }
}
