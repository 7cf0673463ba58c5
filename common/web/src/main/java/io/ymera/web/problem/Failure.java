package io.ymera.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.ext.web.handler.HttpException;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.CharConversionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception means to the client: the one place where that is decided.
 *
 * @param code the kind of problem
 * @param detail what happened, free of internals
 * @param violations what is wrong with the body, part by part
 * @param headers response headers that belong to the answer
 */
public record Failure(ErrorCode code, String detail, List<Violation> violations, Map<String, String> headers) {

    static final String INVALID_BODY = "The request body is not valid; see errors.";

    private static final String RETRY_SECONDS = "2";

    public Failure {
        violations = List.copyOf(violations);
        headers = Map.copyOf(headers);
    }

    /** A failure of the kind {@code code} with the headers that the kind asks for. */
    public static Failure of(ErrorCode code, String detail) {
        return of(code, detail, List.of());
    }

    static Failure of(ErrorCode code, String detail, List<Violation> violations) {
        return new Failure(code, detail, violations, standardHeaders(code));
    }

    /** The body has more than {@code limit} bytes. */
    public static Failure bodyTooLarge(long limit) {
        return of(ErrorCode.BODY_TOO_LARGE, "A request body may have %d bytes.".formatted(limit));
    }

    /** What {@code thrown} means; never throws, and what it does not know is an internal error. */
    public static Failure of(Throwable thrown) {
        return switch (unwrap(thrown)) {
            case InsufficientScopeException e ->
                new Failure(e.code(), e.detail(), List.of(), Map.of(HttpHeaders.WWW_AUTHENTICATE, e.challenge()));
            case ApiException e -> of(e);
            case JacksonException e -> JsonFailure.of(e);
            case CharConversionException e ->
                of(ErrorCode.MALFORMED_REQUEST, "The body is not in the character encoding it claims: send UTF-8.");
            case ConstraintViolationException e -> ConstraintFailure.of(e);
            case UnauthorizedException e ->
                of(ErrorCode.UNAUTHENTICATED, "Send a bearer token in the Authorization header.");
            case ForbiddenException e -> of(ErrorCode.FORBIDDEN, "Your role does not allow this.");
            case Throwable e when e instanceof AuthenticationException -> ofRejectedToken();
            case WebApplicationException e -> ofStatus(e.getResponse().getStatus());
            case HttpException e -> ofStatus(e.getStatusCode());
            case RejectedExecutionException e -> of(ErrorCode.OVERLOADED, "Too much work at the moment: try again.");
            default -> of(ErrorCode.INTERNAL_ERROR, "Something went wrong here. The trace id finds it in our logs.");
        };
    }

    private static Failure of(ApiException e) {
        Failure usual = of(e.code(), message(e), e.violations());
        return e.retryAfter()
                .map(pause -> {
                    Map<String, String> headers = new HashMap<>(usual.headers());
                    headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(wholeSeconds(pause)));
                    return new Failure(usual.code(), usual.detail(), usual.violations(), headers);
                })
                .orElse(usual);
    }

    /** Rounded up: who comes back a moment early is refused again. */
    private static long wholeSeconds(Duration pause) {
        return Math.max(1, pause.plusNanos(999_999_999).toSeconds());
    }

    /** The failure that stands for a bare HTTP status, 400 to 599. */
    public static Failure ofStatus(int status) {
        return switch (status) {
            case 401 -> of(ErrorCode.UNAUTHENTICATED, "Send a bearer token in the Authorization header.");
            case 403 -> of(ErrorCode.FORBIDDEN, "Your role does not allow this.");
            case 404 -> of(ErrorCode.NOT_FOUND, "There is nothing at this path.");
            case 405 -> of(ErrorCode.METHOD_NOT_ALLOWED, "This path does not have this method.");
            case 406 -> of(ErrorCode.NOT_ACCEPTABLE, "The answer is not available in a media type that you accept.");
            case 409 -> of(ErrorCode.CONFLICT, "The request is in conflict with what is there.");
            case 413 -> of(ErrorCode.BODY_TOO_LARGE, "The body is larger than this service takes.");
            case 415 -> of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
            case 422 -> of(ErrorCode.VALIDATION_FAILED, "The request is not valid.");
            case 429 -> of(ErrorCode.TOO_MANY_REQUESTS, "Too many requests: try again later.");
            case 503 -> of(ErrorCode.UNAVAILABLE, "Not available at the moment: try again.");
            default ->
                status < 500
                        ? of(ErrorCode.MALFORMED_REQUEST, "The request can't be understood.")
                        : of(ErrorCode.INTERNAL_ERROR, "Something went wrong here. The trace id finds it in our logs.");
        };
    }

    private static Failure ofRejectedToken() {
        return new Failure(
                ErrorCode.UNAUTHENTICATED,
                "The bearer token is not valid, or no longer.",
                List.of(),
                Map.of(HttpHeaders.WWW_AUTHENTICATE, BearerChallenge.INVALID_TOKEN));
    }

    private static Map<String, String> standardHeaders(ErrorCode code) {
        return switch (code.status()) {
            case 401 -> Map.of(HttpHeaders.WWW_AUTHENTICATE, BearerChallenge.NO_TOKEN);
            case 429, 503 -> Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            default -> Map.of();
        };
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable inner = thrown;
        while (true) {
            @Nullable
            Throwable next =
                    switch (inner) {
                        case CompletionException e -> e.getCause();
                        case CompositeException e -> e.getCauses().getFirst();
                        case WebApplicationException e when e.getCause() instanceof JacksonException json -> json;
                        default -> null;
                    };
            if (next == null) {
                return inner;
            }
            inner = next;
        }
    }

    private static String message(ApiException e) {
        String message = e.getMessage();
        return message == null ? e.code().title() : message;
    }
}
