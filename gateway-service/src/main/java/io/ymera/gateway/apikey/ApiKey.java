package io.ymera.gateway.apikey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key as it was sent; whether it is good auth-service says.
 *
 * @param text all of it
 */
public record ApiKey(String text) {

    /** The header for those who can't set {@code Authorization}. */
    public static final String HEADER = "X-API-Key";

    private static final String PREFIX = "ymk_";
    private static final String BEARER = "Bearer ";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{20,200}");

    /**
     * That of a request, in either header, or empty if there is none, which may well have a token.
     *
     * @throws AuthenticationFailedException (401) for something else in the place of a key, for several, and for a key and a token
     */
    public static Optional<ApiKey> of(MultiMap headers) {
        List<String> keys = headers.getAll(HEADER);
        List<String> tokens = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (!keys.isEmpty()) {
            if (keys.size() > 1 || !tokens.isEmpty()) {
                throw new AuthenticationFailedException("There are several keys, or a key and a token");
            }
            return Optional.of(checked(keys.getFirst().strip()));
        }
        return tokens.size() == 1 ? inBearer(tokens.getFirst()) : Optional.empty();
    }

    private static Optional<ApiKey> inBearer(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String text = header.substring(BEARER.length()).strip();
        return text.startsWith(PREFIX) ? Optional.of(checked(text)) : Optional.empty();
    }

    private static ApiKey checked(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new AuthenticationFailedException("That is no API key");
        }
        return new ApiKey(text);
    }

    /** What is remembered in its place. */
    String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ApiKey[]";
    }
}
