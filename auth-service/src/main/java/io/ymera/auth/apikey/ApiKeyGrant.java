package io.ymera.auth.apikey;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.oauth.Granted;
import io.ymera.auth.oauth.OAuthException;
import io.ymera.auth.oauth.TokenForm;
import io.ymera.auth.oauth.TokenGrant;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.auth.token.AccessToken;
import io.ymera.auth.token.TokenService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** RFC 8693: an access token for an API key, which is all the proof there is. */
@Singleton
final class ApiKeyGrant implements TokenGrant {

    static final String SUBJECT_TYPE = "urn:ymera:params:oauth:token-type:api-key";
    static final String ISSUED_TYPE = "urn:ietf:params:oauth:token-type:access_token";

    private static final String JWT_TYPE = "urn:ietf:params:oauth:token-type:jwt";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final ApiKeyProofs proofs;
    private final TokenService tokens;
    private final RequestOrigin origin;
    private final Clock clock;

    ApiKeyGrant(ApiKeyProofs proofs, TokenService tokens, RequestOrigin origin, Clock clock) {
        this.proofs = proofs;
        this.tokens = tokens;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "urn:ietf:params:oauth:grant-type:token-exchange";
    }

    @Override
    public Uni<Granted> grant(TokenForm form) {
        String key = form.require("subject_token");
        if (!form.require("subject_token_type").equals(SUBJECT_TYPE)) {
            throw OAuthException.invalidRequest("subject_token_type must be " + SUBJECT_TYPE + ".");
        }
        String wanted = form.get("requested_token_type").orElse(ISSUED_TYPE);
        if (!wanted.equals(ISSUED_TYPE) && !wanted.equals(JWT_TYPE)) {
            throw OAuthException.invalidRequest("requested_token_type may be " + ISSUED_TYPE + ".");
        }
        Optional<String> scope = form.get("scope");
        return proofs.use(key, origin.get()).map(found -> found.map(holder -> granted(holder, scope))
                .orElseThrow(() -> OAuthException.invalidGrant("The API key is not good, or no longer.")));
    }

    private Granted granted(KeyHolder holder, Optional<String> scope) {
        SortedSet<String> scopes = new TreeSet<>(
                scope.map(text -> List.of(text.split(" ", -1))).orElseGet(() -> List.copyOf(holder.scopes())));
        if (!holder.scopes().containsAll(scopes)) {
            throw OAuthException.invalidScope(
                    "The API key is limited to " + String.join(" ", new TreeSet<>(holder.scopes())) + ".");
        }
        Duration left = Duration.between(clock.instant(), holder.expiresAt());
        AccessToken token = tokens.issue(holder.grant(scopes), left.compareTo(LIFETIME) < 0 ? left : LIFETIME);
        return new Granted(token, null, String.join(" ", scopes), ISSUED_TYPE);
    }
}
