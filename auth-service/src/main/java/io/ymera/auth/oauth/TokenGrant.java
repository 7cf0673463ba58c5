package io.ymera.auth.oauth;

import io.smallrye.mutiny.Uni;

/** One kind of grant at the token endpoint: a CDI bean of the feature that knows it. */
public interface TokenGrant {

    /** The {@code grant_type}: a word of RFC 6749 or a URI. */
    String type();

    /** Tokens for what {@code form} proves; throws or fails with {@link OAuthException}. On an event loop: must not block. */
    Uni<Granted> grant(TokenForm form);
}
