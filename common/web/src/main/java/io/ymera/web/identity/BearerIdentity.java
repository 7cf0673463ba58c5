package io.ymera.web.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Makes of a token what Quarkus checks roles by. */
@Singleton
class BearerIdentity implements IdentityProvider<TokenAuthenticationRequest> {

    private final TokenVerifier tokens;

    BearerIdentity(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return tokens.verify(request.getToken().getToken()).map(principal -> QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRole(principal.role())
                .build());
    }
}
