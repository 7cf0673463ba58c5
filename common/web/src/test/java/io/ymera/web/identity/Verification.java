package io.ymera.web.identity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.ymera.testkit.MutableClock;
import io.ymera.testkit.TokenIssuer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verifier with the keys of {@link TokenIssuer}, whose clock and revocations a test sets. */
final class Verification {

    record Settings(String issuer, String algorithm, Optional<String> secretKey) implements TokenSettings {}

    static final Settings RS256 = new Settings(TokenIssuer.ISSUER, "RS256", Optional.empty());

    final MutableClock clock = new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final Revocations revocations = new Revocations(clock);
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final TokenVerifier tokens;

    Verification() {
        this(RS256, id -> Uni.createFrom().item(issuersKeys().find(id)));
    }

    Verification(TokenSettings settings, KeySource keys) {
        revocations.add(new RevocationPage(Map.of(), 0, false));
        RevocationFeed feed =
                new RevocationFeed((cursor, wait) -> Uni.createFrom().nothing(), revocations, Vertx.vertx());
        tokens = new TokenVerifier(keys, new VerifiedTokens(clock, metrics), revocations, feed, settings, clock);
    }

    static KeySet issuersKeys() {
        try {
            return KeySet.of(new ObjectMapper().readTree(TokenIssuer.shared().jwks()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    CallerPrincipal verify(String token) {
        return requireNonNull(tokens.verify(token).await().indefinitely());
    }

    boolean accepts(String token) {
        return refusal(token) == null;
    }

    /** Why {@code token} is refused with 401, or null if it is not; anything but that is thrown. */
    @Nullable
    String refusal(String token) {
        try {
            verify(token);
            return null;
        } catch (AuthenticationFailedException e) {
            return String.valueOf(requireNonNull(e.getCause()).getMessage());
        }
    }

    void revoke(UUID grantId) {
        revocations.add(new RevocationPage(Map.of(grantId, clock.instant().plusSeconds(86_400)), 1, false));
    }
}
