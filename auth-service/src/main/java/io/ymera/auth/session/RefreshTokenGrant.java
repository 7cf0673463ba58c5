package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.oauth.Granted;
import io.ymera.auth.oauth.OAuthException;
import io.ymera.auth.oauth.TokenForm;
import io.ymera.auth.oauth.TokenGrant;
import io.ymera.auth.origin.RequestOrigin;
import jakarta.inject.Singleton;

/** RFC 6749, section 6: the next tokens of a session. Its client is public, so the token is all the proof there is. */
@Singleton
final class RefreshTokenGrant implements TokenGrant {

    private final RefreshTokens refreshTokens;
    private final RequestOrigin origin;

    RefreshTokenGrant(RefreshTokens refreshTokens, RequestOrigin origin) {
        this.refreshTokens = refreshTokens;
        this.origin = origin;
    }

    @Override
    public String type() {
        return "refresh_token";
    }

    @Override
    public Uni<Granted> grant(TokenForm form) {
        if (form.get("scope").isPresent()) {
            throw OAuthException.invalidScope("Sessions have no scopes: leave scope out.");
        }
        return refreshTokens
                .exchange(form.require("refresh_token"), origin.get())
                .map(tokens -> tokens.orElseThrow(() ->
                        OAuthException.invalidGrant("The refresh token is not good, or no longer: log in again.")))
                .map(tokens -> new Granted(tokens.accessToken(), tokens.refreshToken(), null, null));
    }
}
