package io.ymera.contracts.problem;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem detail with YMERA's extension members {@code code}, {@code trace_id} and {@code errors}.
 *
 * @param type a URN that names the kind of problem
 * @param title the kind of problem in a few words
 * @param status the HTTP status code
 * @param detail what happened this time and what to do about it
 * @param instance the path of the request, or null where none is known
 * @param code the machine-readable reason
 * @param traceId the W3C trace id under which logs tell more, or null where none is known
 * @param errors what is wrong with the body, part by part; empty unless {@code code} says validation
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        @Nullable String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {

    /** The media type of a problem detail in JSON. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        requireNonNull(type, "type is required");
        requireNonNull(title, "title is required");
        requireNonNull(detail, "detail is required");
        requireNonNull(code, "code is required");
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A problem of the kind {@code code}; {@code instance} and {@code traceId} may be null. */
    public static Problem of(
            ErrorCode code,
            String detail,
            @Nullable String instance,
            @Nullable String traceId,
            List<Violation> errors) {
        return new Problem(
                "urn:ymera:problem:" + code.code(),
                code.title(),
                code.status(),
                detail,
                instance,
                code.code(),
                traceId,
                errors);
    }
}
