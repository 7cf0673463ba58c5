package io.ymera.auth.external;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the browser comes back from the provider with (RFC 6749, section 4.1.2): written by anybody until the state has been
 * found and the code been redeemed.
 *
 * @param issuer who says that it is answering (RFC 9207)
 */
record Callback(
        @Nullable String state,
        @Nullable String code,
        @Nullable String issuer,
        @Nullable String error,
        @Nullable String errorDescription) {

    /** Of a query; a parameter that is there twice is refused, since one of the two is somebody else's. */
    static Callback of(MultivaluedMap<String, String> query) {
        return new Callback(
                single(query, "state"),
                single(query, "code"),
                single(query, "iss"),
                single(query, "error"),
                single(query, "error_description"));
    }

    String requiredCode() {
        if (code == null) {
            throw new ApiException(
                    ErrorCode.MALFORMED_REQUEST, "The provider has sent neither a code nor an error: begin again.");
        }
        return code;
    }

    private static @Nullable String single(MultivaluedMap<String, String> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new ApiException(ErrorCode.MALFORMED_REQUEST, "The query has " + name + " more than once.");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    @Override
    public String toString() {
        return "Callback[]";
    }
}
