package io.ymera.auth.token;

import io.ymera.auth.key.KeyService;
import io.ymera.persistence.Ids;
import io.ymera.web.identity.TokenSettings;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Issues access tokens (RFC 9068). A signature takes up to a millisecond of CPU. Thread-safe. */
@Singleton
public class TokenService {

    /** The {@code aud} of every token. */
    public static final String AUDIENCE = "ymera";

    private static final String TYPE = "at+jwt";

    private final KeyService keys;
    private final TokenConfig config;
    private final TokenSettings settings;
    private final Ids ids;
    private final Clock clock;

    TokenService(KeyService keys, TokenConfig config, TokenSettings settings, Ids ids, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A token that rests on {@code grant}, for as long as the operator says.
     *
     * @throws ApiException 503, if nothing can be signed
     */
    public AccessToken issue(Grant grant) {
        return issue(grant, config.lifetime());
    }

    /**
     * A token that rests on {@code grant}, for {@code lifetime} or for as long as the operator says, whichever is shorter; in whole
     * seconds.
     *
     * @throws ApiException 503, if nothing can be signed
     */
    public AccessToken issue(Grant grant, Duration lifetime) {
        long seconds = Math.min(lifetime.toSeconds(), config.lifetime().toSeconds());
        Instant now = clock.instant();
        return new AccessToken(
                keys.sign(TYPE, claims(grant, now.getEpochSecond(), seconds).toJson()), seconds);
    }

    private JwtClaims claims(Grant grant, long now, long seconds) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(settings.issuer());
        claims.setAudience(AUDIENCE);
        claims.setSubject(grant.subject());
        claims.setStringClaim("upn", grant.name());
        claims.setStringListClaim("groups", grant.role());
        claims.setStringClaim("role", grant.role());
        claims.setStringClaim("sid", grant.id().toString());
        claims.setStringClaim("client_id", grant.clientId());
        claims.setJwtId(ids.next().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + seconds));
        Set<String> scopes = grant.scopes();
        if (scopes != null) {
            claims.setStringClaim("scope", String.join(" ", new TreeSet<>(scopes)));
        }
        if (!grant.taskTypes().isEmpty()) {
            claims.setStringListClaim("task_types", List.copyOf(new TreeSet<>(grant.taskTypes())));
        }
        return claims;
    }
}
