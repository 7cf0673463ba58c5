package io.ymera.auth.oauth;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.token.Grant;

/** Knows the OAuth clients. Non-blocking. */
public interface ClientAuthenticator {

    /**
     * The grant of the client that proves to be one; fails with {@link OAuthException} {@code invalid_client}, after the same
     * time for a client that is unknown and a secret that is wrong.
     */
    Uni<Grant> authenticate(ClientCredentials credentials);
}
