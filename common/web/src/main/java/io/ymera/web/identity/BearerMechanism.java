package io.ymera.web.identity;

import static java.util.Objects.requireNonNullElse;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
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
import java.util.List;
import java.util.Set;

/**
 * Bearer tokens (RFC 6750), from the {@code Authorization} header and nowhere else, and what they are limited to. A request without
 * one, or with another scheme, is nobody's.
 */
@Singleton
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        List<String> headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() > 1) {
            return Uni.createFrom().failure(new AuthenticationFailedException("There are several tokens"));
        }
        if (headers.isEmpty() || !isBearer(headers.getFirst())) {
            return Uni.createFrom().nullItem();
        }
        String token = headers.getFirst().substring(SCHEME.length()).strip();
        return identities
                .authenticate(new TokenAuthenticationRequest(new TokenCredential(token, SCHEME)))
                .invoke(identity -> checkScopes(identity, request));
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
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
                .anyMatch(BearerMechanism::isBearer);
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
