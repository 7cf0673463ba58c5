package io.ymera.web.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a few seconds what a token was found to say. Verifying a signature costs more than most requests, and since
 * the keys may have to be fetched it is done on a worker thread; a client that sends its token again is recognised on the
 * event loop.
 *
 * <p>A token is found again by all its characters, so that no other can be taken for it, and never after it has expired.
 * That its key was withdrawn meanwhile is noticed when it is forgotten.
 */
@Singleton
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    static final Duration REMEMBERED_FOR = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<String, SecurityIdentity> verified;
    private final Clock clock;
    private final Counter recognised;

    VerifiedTokens(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.recognised = Counter.builder("ymera.tokens.recognised")
                .description("Tokens that were not verified again")
                .register(metrics);
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED_FOR)
                .build();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the one that verifies, which is asked about what is not known here. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        SecurityIdentity known = verified.getIfPresent(token);
        if (known != null && hasExpired(known)) {
            verified.invalidate(token);
            known = null;
        }
        if (known != null) {
            recognised.increment();
        }
        return Uni.createFrom().item(known);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        TokenCredential credential = identity.getCredential(TokenCredential.class);
        if (credential != null && identity.getPrincipal() instanceof JsonWebToken) {
            // What is known keeps its time: a token that is used all the while is verified again as well
            verified.asMap().putIfAbsent(credential.getToken(), identity);
        }
        return Uni.createFrom().item(identity);
    }

    private boolean hasExpired(SecurityIdentity identity) {
        return !(identity.getPrincipal() instanceof JsonWebToken token)
                || token.getExpirationTime() <= clock.instant().getEpochSecond();
    }
}
