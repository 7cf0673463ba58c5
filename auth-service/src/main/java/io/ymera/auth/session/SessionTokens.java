package io.ymera.auth.session;

import io.ymera.auth.token.AccessToken;
import java.util.UUID;

/**
 * What a session hands out.
 *
 * @param accessToken the one to show
 * @param refreshToken the one to get the next ones with, once
 * @param sessionId which session
 */
public record SessionTokens(AccessToken accessToken, String refreshToken, UUID sessionId) {

    @Override
    public String toString() {
        return "SessionTokens[" + sessionId + "]";
    }
}
