/**
 * Sign-in through an OpenID Connect provider (OpenID Connect Core 1.0: authorization code flow with PKCE, state and nonce), if
 * the operator has named one. {@link io.ymera.auth.external.OpenIdProvider} talks to it and believes it nothing that it can't
 * prove; {@link io.ymera.auth.external.SignIns} ties a sign-in to the browser that began it; {@link
 * io.ymera.auth.external.Identities} knows who somebody is here. Nobody else knows of providers.
 */
@NullMarked
package io.ymera.auth.external;

import org.jspecify.annotations.NullMarked;
