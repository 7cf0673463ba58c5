package io.ymera.auth.oauth;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to an OAuth endpoint: the form, and the client's credentials if there are any.
 *
 * @param parameters the form
 * @param authorization the header {@code Authorization}, or null
 */
public record TokenForm(
        MultivaluedMap<String, String> parameters, @Nullable String authorization) {

    static TokenForm of(MultivaluedMap<String, String> parameters, HttpHeaders headers) {
        return new TokenForm(parameters, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    /**
     * The parameter {@code name}; an empty one counts as absent (RFC 6749, section 3.2).
     *
     * @throws OAuthException {@code invalid_request} if it is sent more than once
     */
    public Optional<String> get(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw OAuthException.invalidRequest(name + " is sent more than once.");
        }
        return values.stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** @throws OAuthException {@code invalid_request} if there is not exactly one */
    public String require(String name) {
        return get(name).orElseThrow(() -> OAuthException.invalidRequest(name + " is missing."));
    }

    /**
     * The client's credentials.
     *
     * @throws OAuthException {@code invalid_client} if there are none or they can't be read, {@code invalid_request} if there are
     *     several
     */
    public ClientCredentials client() {
        return ClientCredentials.of(
                authorization,
                get("client_id").orElse(null),
                get("client_secret").orElse(null));
    }

    @Override
    public String toString() {
        return "TokenForm" + parameters.keySet();
    }
}
