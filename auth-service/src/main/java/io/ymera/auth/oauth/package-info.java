/**
 * The OAuth 2.0 endpoints: token (RFC 6749, 8693), introspection (RFC 7662), revocation (RFC 7009) and metadata (RFC 8414). What
 * a grant or an opaque token is, is known by the features that implement {@link io.ymera.auth.oauth.TokenGrant} and {@link
 * io.ymera.auth.oauth.OpaqueTokens}.
 */
@NullMarked
package io.ymera.auth.oauth;

import org.jspecify.annotations.NullMarked;
