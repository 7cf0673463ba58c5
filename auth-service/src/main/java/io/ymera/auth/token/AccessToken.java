package io.ymera.auth.token;

/**
 * A signed JWT.
 *
 * @param value the compact serialisation
 * @param expiresIn seconds until it is worth nothing
 */
public record AccessToken(String value, long expiresIn) {

    /** How it is to be used (RFC 6750). */
    public static final String TYPE = "Bearer";

    @Override
    public String toString() {
        return "AccessToken[expiresIn=" + expiresIn + "]";
    }
}
