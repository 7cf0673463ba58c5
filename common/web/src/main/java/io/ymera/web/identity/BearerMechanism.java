package io.ymera.web.identity;

import static java.util.Objects.requireNonNullElse;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.ymera.web.problem.BearerChallenge;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lets Quarkus know who sends a request by its {@link BearerToken}, and what that is limited to. */
@Singleton
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = BearerToken.SCHEME;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        return Uni.createFrom()
                .item(() -> BearerToken.of(request.headers()))
                .chain(token -> token.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : identities
                                .authenticate(new TokenAuthenticationRequest(new TokenCredential(token.get(), SCHEME)))
                                .invoke(identity -> checkScopes(identity, request)));
    }

    private static void checkScopes(SecurityIdentity identity, HttpServerRequest request) {
        if (identity.getPrincipal() instanceof CallerPrincipal principal) {
            Scopes.check(principal, request.method().name(), requireNonNullElse(request.path(), ""));
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        // Whoever sent a good token is not asked for one
        boolean sent = context.request().headers().getAll(HttpHeaders.AUTHORIZATION).stream()
                .anyMatch(BearerToken::isBearer);
        return Uni.createFrom()
                .item(new ChallengeData(
                        HttpResponseStatus.UNAUTHORIZED.code(),
                        HttpHeaderNames.WWW_AUTHENTICATE,
                        sent ? BearerChallenge.INVALID_TOKEN : BearerChallenge.NO_TOKEN));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, SCHEME));
    }
}
