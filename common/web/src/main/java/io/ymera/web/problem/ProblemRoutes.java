package io.ymera.web.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.ymera.web.FilterOrder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Failures outside JAX-RS (filters, authentication, plain routes, no route at all) as problem details too. */
@Singleton
final class ProblemRoutes {

    private final ProblemWriter problems;
    private final long bodyLimit;

    ProblemRoutes(
            ProblemWriter problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyLimit) {
        this.problems = problems;
        this.bodyLimit = bodyLimit.asLongValue();
    }

    /** Quarkus' error page is the last failure handler; ours comes before it. */
    void failures(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::failed);
    }

    /** Quarkus refuses an announced oversized body with an empty answer; ours comes before it and says why. */
    void bodyLimit(@Observes Filters filters) {
        filters.register(this::checkLength, FilterOrder.BODY_LIMIT);
    }

    private void failed(RoutingContext request) {
        Throwable thrown = request.failure();
        if (thrown == null) {
            problems.write(request, Failure.ofStatus(request.statusCode()));
        } else {
            problems.write(request, thrown);
        }
    }

    private void checkLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= bodyLimit) {
            request.next();
            return;
        }
        problems.write(request, Failure.bodyTooLarge(bodyLimit));
    }
}
