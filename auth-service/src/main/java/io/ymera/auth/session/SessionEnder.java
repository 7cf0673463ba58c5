package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.oauth.GrantEnder;
import io.ymera.auth.origin.Origin;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Sessions, as the revocation endpoint sees them: revoking one of their access tokens ends them. */
@Singleton
final class SessionEnder implements GrantEnder {

    private final SessionService sessions;

    SessionEnder(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Boolean> end(UUID id, String subject, Origin origin) {
        UUID owner;
        try {
            owner = UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            // A client has a name
            return Uni.createFrom().item(false);
        }
        return sessions.endOwn(id, owner, origin);
    }
}
