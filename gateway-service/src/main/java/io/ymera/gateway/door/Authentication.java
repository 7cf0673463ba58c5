package io.ymera.gateway.door;

import static java.util.Objects.requireNonNullElseGet;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.ymera.gateway.apikey.ApiKey;
import io.ymera.gateway.apikey.ApiKeys;
import io.ymera.gateway.route.Access;
import io.ymera.gateway.route.RouteTable.Match;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.TokenVerifier;
import io.ymera.web.problem.ProblemWriter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is it? By the bearer token, verified here, or by an API key, in whose place a token goes on; where anyone may, nobody is asked.
 */
@Singleton
final class Authentication {

    private final IdentityProviderManager identities;
    private final ApiKeys apiKeys;
    private final TokenVerifier tokens;
    private final ProblemWriter problems;

    Authentication(IdentityProviderManager identities, ApiKeys apiKeys, TokenVerifier tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.identities = identities;
        this.apiKeys = apiKeys;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::authenticate, DoorOrder.AUTHENTICATION);
    }

    private void authenticate(RoutingContext request) {
        Match.@Nullable Found match = Passage.match(request);
        if (match == null || match.route().access() == Access.ANYONE) {
            request.next();
            return;
        }
        Context loop = context(request);
        Uni.createFrom()
                .deferred(() -> identity(request))
                .emitOn(signal -> loop.runOnContext(ignored -> signal.run()))
                .subscribe()
                .with(identity -> admit(request, identity), thrown -> problems.write(request, thrown));
    }

    /** Keys may have been fetched on another thread, and everything that follows belongs on the request's own. */
    private static Context context(RoutingContext request) {
        return requireNonNullElseGet(
                Vertx.currentContext(), () -> request.vertx().getOrCreateContext());
    }

    private Uni<SecurityIdentity> identity(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<ApiKey> sent = ApiKey.of(request.headers());
        if (sent.isEmpty()) {
            return QuarkusHttpUser.getSecurityIdentity(context, identities);
        }
        ApiKey key = sent.get();
        return goodToken(key, Passage.client(context)).chain(token -> {
            putInPlace(request.headers(), token);
            return QuarkusHttpUser.getSecurityIdentity(context, identities);
        });
    }

    /** The one that is remembered may not be good any more though the key is: the key that signed it may have been withdrawn. */
    private Uni<String> goodToken(ApiKey key, String client) {
        return apiKeys.token(key, client).chain(remembered -> verified(remembered)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> {
                    apiKeys.forget(key, remembered);
                    return apiKeys.token(key, client).chain(this::verified);
                }));
    }

    private Uni<String> verified(String token) {
        return tokens.verify(token).replaceWith(token);
    }

    private static void putInPlace(MultiMap headers, String token) {
        headers.remove(ApiKey.HEADER);
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    private void admit(RoutingContext request, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof CallerPrincipal caller) {
            Passage.setCaller(request, caller);
            request.next();
        } else {
            problems.write(request, new UnauthorizedException());
        }
    }
}
