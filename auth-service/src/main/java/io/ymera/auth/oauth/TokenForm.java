package io.ymera.auth.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to an OAuth endpoint: the form, and the client's credentials if there are any.
 *
 * @param parameters the form
 * @param authorization the header {@code Authorization}, or null
 */
public record TokenForm(
        Map<String, List<String>> parameters, @Nullable String authorization) {

    /**
     * Reads {@code application/x-www-form-urlencoded} in UTF-8 (RFC 6749, appendix B). The framework would call what is not that
     * its own error.
     *
     * @throws OAuthException {@code invalid_request} if it is not that
     */
    static TokenForm of(@Nullable String body, HttpHeaders headers) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : (body == null ? "" : body).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return new TokenForm(parameters, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthException.invalidRequest("The form is not encoded as application/x-www-form-urlencoded.");
        }
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
