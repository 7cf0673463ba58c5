package io.ymera.gateway.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.ymera.gateway.apikey.ApiKey;
import io.ymera.gateway.apikey.ApiKeys;
import io.ymera.gateway.limit.RefusedCredentials;
import io.ymera.gateway.route.Access;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.identity.BearerToken;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.Scopes;
import io.ymera.web.identity.TokenVerifier;
import io.ymera.web.problem.InsufficientScopeException;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Who is it? By the bearer token, verified here, or by an API key, in whose place a token goes on; where anyone may, nobody is asked.
 * Credentials that are not good are counted, and after too many nobody is asked about API keys that are not known.
 */
@Singleton
class Authentication implements Step {

    private final ApiKeys apiKeys;
    private final TokenVerifier tokens;
    private final RefusedCredentials refused;

    Authentication(ApiKeys apiKeys, TokenVerifier tokens, RefusedCredentials refused) {
        this.apiKeys = apiKeys;
        this.tokens = tokens;
        this.refused = refused;
    }

    @Override
    public void take(Visit visit) {
        if (visit.requireMatch().route().access() == Access.ANYONE) {
            visit.next();
            return;
        }
        try {
            authenticate(visit);
        } catch (AuthenticationFailedException e) {
            refused.refuse(visit, e);
        }
    }

    private void authenticate(Visit visit) {
        MultiMap headers = visit.request().headers();
        Optional<ApiKey> key = ApiKey.of(headers);
        if (key.isPresent() && !apiKeys.isKnown(key.get()) && !refused.mayAsk(visit)) {
            return;
        }
        Uni<CallerPrincipal> caller = key.isPresent()
                ? byKey(key.get(), visit)
                : tokens.verify(BearerToken.of(headers).orElseThrow(UnauthorizedException::new));
        // Keys may have been fetched on another thread, and everything that follows belongs on the request's own
        caller.subscribe()
                .with(
                        found -> visit.run(() -> admit(visit, found, key.isPresent())),
                        thrown -> visit.run(() -> refuse(visit, thrown)));
    }

    private void refuse(Visit visit, Throwable thrown) {
        if (thrown instanceof AuthenticationFailedException e) {
            refused.refuse(visit, e);
        } else {
            visit.refuse(thrown);
        }
    }

    private static void admit(Visit visit, CallerPrincipal caller, boolean byApiKey) {
        HttpServerRequest request = visit.request();
        try {
            Scopes.check(caller, request.method().name(), visit.requireMatch().target());
        } catch (InsufficientScopeException e) {
            visit.refuse(e);
            return;
        }
        visit.setCaller(caller, byApiKey);
        visit.next();
    }

    /** The token that is remembered may not be good any more though the key is: the key that signed it may have been withdrawn. */
    private Uni<CallerPrincipal> byKey(ApiKey key, Visit visit) {
        return apiKeys.token(key, visit.client()).chain(remembered -> byToken(remembered, visit)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> {
                    apiKeys.forget(key, remembered);
                    return apiKeys.token(key, visit.client()).chain(token -> byToken(token, visit));
                }));
    }

    private Uni<CallerPrincipal> byToken(String token, Visit visit) {
        return tokens.verify(token).invoke(found -> putInPlace(visit.request().headers(), token));
    }

    private static void putInPlace(MultiMap headers, String token) {
        headers.remove(ApiKey.HEADER);
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
