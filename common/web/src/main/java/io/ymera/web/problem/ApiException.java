package io.ymera.web.problem;

import static java.util.Objects.requireNonNull;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request can't be served for a reason that its sender may know. The one base of all such exceptions: its code decides
 * the HTTP status, its message is shown to the client and so names no internals.
 */
public class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    /**
     * @param code the kind of problem
     * @param detail what happened and what to do about it, for the client
     */
    public ApiException(ErrorCode code, String detail) {
        this(code, detail, List.of(), null);
    }

    /** As above, with what is wrong with the body, part by part. */
    public ApiException(ErrorCode code, String detail, List<Violation> violations) {
        this(code, detail, violations, null);
    }

    /** As above; {@code cause} is for the log only and may be null. */
    public ApiException(ErrorCode code, String detail, List<Violation> violations, @Nullable Throwable cause) {
        this(code, detail, violations, cause, null);
    }

    private ApiException(
            ErrorCode code,
            String detail,
            List<Violation> violations,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter) {
        super(requireNonNull(detail, "detail is required"), cause);
        this.code = requireNonNull(code, "code is required");
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** The same request may succeed after {@code pause}, which the client is told in whole seconds, at least one. */
    public static ApiException retryLater(ErrorCode code, String detail, Duration pause) {
        return new ApiException(code, detail, List.of(), null, requireNonNull(pause, "pause is required"));
    }

    /** Something named in the path does not exist, or is not the caller's to see. */
    public static ApiException notFound(String detail) {
        return new ApiException(ErrorCode.NOT_FOUND, detail);
    }

    /** One part of the body, at the RFC 6901 {@code pointer}, is not acceptable. */
    public static ApiException invalid(String pointer, String message) {
        return new ApiException(
                ErrorCode.VALIDATION_FAILED, Failure.INVALID_BODY, List.of(new Violation(pointer, message)));
    }

    /** What the client is told. */
    public String detail() {
        return requireNonNull(getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /** Whether {@code failure} is such an exception by which the client has to change something, for it to go away. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof ApiException e && e.code.status() < 500 && e.retryAfter == null;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** When to try again; empty for the usual of the code, if it has one. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
