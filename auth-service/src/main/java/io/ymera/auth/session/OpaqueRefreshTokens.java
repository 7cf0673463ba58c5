package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.oauth.Introspection;
import io.ymera.auth.oauth.OpaqueTokens;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.token.Grant;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Refresh tokens, as the introspection and the revocation endpoint see them: revoking one ends its session. */
@Singleton
final class OpaqueRefreshTokens implements OpaqueTokens {

    private final RefreshTokens refreshTokens;

    OpaqueRefreshTokens(RefreshTokens refreshTokens) {
        this.refreshTokens = refreshTokens;
    }

    @Override
    public boolean recognises(String token) {
        return token.startsWith(RefreshTokens.PREFIX);
    }

    @Override
    public Uni<Optional<Introspection>> introspect(String token) {
        return refreshTokens
                .holder(token)
                .map(found -> found.map(holder -> new Introspection(
                        "refresh_token",
                        holder.userId().toString(),
                        holder.username(),
                        Grant.FIRST_PARTY,
                        holder.role(),
                        holder.sessionId(),
                        null,
                        null,
                        null)));
    }

    @Override
    public Uni<Void> revoke(String token, Origin origin) {
        return refreshTokens.endSession(token, origin);
    }
}
