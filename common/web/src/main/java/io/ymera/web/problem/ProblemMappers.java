package io.ymera.web.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every exception that leaves a resource becomes a problem detail. The types listed beside {@link Throwable} are those for
 * which Quarkus brings a mapper of its own that would otherwise win.
 */
final class ProblemMappers {

    private final ProblemWriter problems;

    ProblemMappers(ProblemWriter problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        MismatchedInputException.class,
        ConstraintViolationException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Response problem(Throwable thrown, RoutingContext request) {
        return problems.response(request, thrown);
    }
}
