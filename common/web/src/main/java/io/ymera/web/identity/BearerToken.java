package io.ymera.web.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** Bearer tokens (RFC 6750), from the {@code Authorization} header and nowhere else. */
public final class BearerToken {

    static final String SCHEME = "Bearer";

    private BearerToken() {}

    /**
     * That of a request, which may be any text; empty if there is none, or another scheme.
     *
     * @throws AuthenticationFailedException (401) if there are several
     */
    public static Optional<String> of(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (values.size() > 1) {
            throw new AuthenticationFailedException("There are several tokens");
        }
        return values.isEmpty() || !isBearer(values.getFirst())
                ? Optional.empty()
                : Optional.of(values.getFirst().substring(SCHEME.length()).strip());
    }

    static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
    }
}
