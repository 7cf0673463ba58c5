package io.ymera.contracts.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The stable, machine-readable reasons for which a request can fail, each with its HTTP status (RFC 9110) and title.
 *
 * <p>A client may rely on the code; the {@code detail} text beside it may change.
 */
public enum ErrorCode {
    MALFORMED_REQUEST(400, "The request can't be read"),
    UNAUTHENTICATED(401, "Authentication is needed"),
    INVALID_CREDENTIALS(401, "The credentials are not valid"),
    SECOND_FACTOR_REQUIRED(401, "A second factor is needed"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    REQUEST_TIMEOUT(408, "The request did not come in time"),
    CONFLICT(409, "In conflict with what is there"),
    STALE_ATTEMPT(409, "The attempt is over"),
    BODY_TOO_LARGE(413, "The request body is too large"),
    URI_TOO_LONG(414, "The request line is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    MISDIRECTED_REQUEST(421, "Not for this host"),
    VALIDATION_FAILED(422, "The request is not valid"),
    UNKNOWN_TASK_TYPE(422, "Unknown task type"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The request's headers are too large"),
    OVERLOADED(503, "Too busy at the moment"),
    INTERNAL_ERROR(500, "Internal error"),
    UPSTREAM_FAILED(502, "A service behind the gateway failed"),
    UNAVAILABLE(503, "Not available at the moment"),
    UPSTREAM_TIMEOUT(504, "A service behind the gateway did not answer in time");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code, 400 to 599. */
    public int status() {
        return status;
    }

    /** A short text that is the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The code as it stands in JSON, for example {@code unknown_task_type}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
