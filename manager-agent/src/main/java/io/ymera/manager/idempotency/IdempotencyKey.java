package io.ymera.manager.idempotency;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of the header {@code Idempotency-Key}: a name that a client gives to a request that it may send again.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,255}");

    public IdempotencyKey {
        if (!VISIBLE.matcher(value).matches()) {
            throw malformed("must have 1 to 255 visible ASCII characters");
        }
    }

    /**
     * Reads a request's headers; empty if there is none of that name.
     *
     * @throws ApiException with {@link ErrorCode#MALFORMED_REQUEST} if there are several or it is not a key
     */
    public static Optional<IdempotencyKey> of(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HEADER);
        return values == null ? Optional.empty() : of(values);
    }

    static Optional<IdempotencyKey> of(List<String> values) {
        if (values.size() > 1) {
            throw malformed("must be sent once");
        }
        return values.stream().findFirst().map(IdempotencyKey::new);
    }

    private static ApiException malformed(String why) {
        return new ApiException(ErrorCode.MALFORMED_REQUEST, "The header " + HEADER + " " + why);
    }
}
