package io.ymera.auth.login;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.auth.session.SessionTokens;
import io.ymera.auth.token.AccessToken;
import io.ymera.auth.user.User;
import java.util.UUID;

/**
 * The answer to every login.
 *
 * @param accessToken a JWT
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds
 * @param refreshToken for the next tokens, once
 * @param sessionId the session that has begun
 * @param userId the id of {@code user}
 * @param user who has logged in
 */
@RegisterForReflection
public record LoginResponse(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        UUID sessionId,
        UUID userId,
        User user) {

    /** The tokens of a session that has begun, and whose it is. */
    public static LoginResponse of(User user, SessionTokens tokens) {
        return new LoginResponse(
                tokens.accessToken().value(),
                AccessToken.TYPE,
                tokens.accessToken().expiresIn(),
                tokens.refreshToken(),
                tokens.sessionId(),
                user.userId(),
                user);
    }

    @Override
    public String toString() {
        return "LoginResponse[" + userId + "]";
    }
}
