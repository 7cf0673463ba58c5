package io.ymera.auth.login;

import io.ymera.auth.token.AccessToken;
import io.ymera.auth.user.User;
import java.util.UUID;

/**
 * @param accessToken a JWT
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds
 * @param userId the id of {@code user}
 * @param user who has logged in
 */
record LoginResponse(String accessToken, String tokenType, long expiresIn, UUID userId, User user) {

    static LoginResponse of(User user, AccessToken token) {
        return new LoginResponse(token.value(), AccessToken.TYPE, token.expiresIn(), user.userId(), user);
    }

    @Override
    public String toString() {
        return "LoginResponse[" + userId + "]";
    }
}
