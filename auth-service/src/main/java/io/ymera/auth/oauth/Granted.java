package io.ymera.auth.oauth;

import io.ymera.auth.token.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the token endpoint (RFC 6749, section 5.1; RFC 8693, section 2.2.1).
 *
 * @param accessToken the token
 * @param refreshToken to get the next one with; null if the same proof can be given again
 * @param scope what the token is limited to, space-separated; null for everything that its role may
 * @param issuedTokenType what was made, where a token was exchanged; null elsewhere
 */
public record Granted(
        AccessToken accessToken,
        @Nullable String refreshToken,
        @Nullable String scope,
        @Nullable String issuedTokenType) {

    /** An access token and nothing else. */
    public static Granted of(AccessToken accessToken) {
        return new Granted(accessToken, null, null, null);
    }

    @Override
    public String toString() {
        return "Granted[]";
    }
}
