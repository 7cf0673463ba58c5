package io.ymera.auth.oauth;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.Origin;
import java.util.UUID;

/** A kind of grant that whoever has an access token that rests on it may end: a CDI bean of its feature. Non-blocking. */
public interface GrantEnder {

    /**
     * Ends the grant {@code id}, and with it all of its tokens.
     *
     * @param subject whose it is, as the token says
     * @return whether there is such a grant; if it has ended already, that is fine
     */
    Uni<Boolean> end(UUID id, String subject, Origin origin);
}
