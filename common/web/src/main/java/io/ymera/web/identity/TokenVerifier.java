package io.ymera.web.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says whose an access token is (RFC 9068): signed by a key of ours with that key's algorithm, of our issuer, for us, good now, and
 * resting on a grant that has not ended. Does not block, and takes some 50 µs of CPU for a token that it has not seen lately.
 * Thread-safe.
 */
@Singleton
public class TokenVerifier {

    /** So that no other thing that our keys ever sign can be taken for an access token. */
    private static final String TYPE = "at+jwt";

    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);

    private final KeySource keys;
    private final VerifiedTokens verified;
    private final Revocations revocations;
    private final RevocationFeed feed;
    private final String issuer;
    private final Clock clock;
    private final @Nullable VerificationKey secret;

    TokenVerifier(
            KeySource keys,
            VerifiedTokens verified,
            Revocations revocations,
            RevocationFeed feed,
            TokenSettings settings,
            Clock clock) {
        this.keys = keys;
        this.verified = verified;
        this.revocations = revocations;
        this.feed = feed;
        this.issuer = settings.issuer();
        this.clock = clock;
        this.secret = SharedSecret.of(settings);
    }

    /**
     * Whose {@code token} is, which may be any text.
     *
     * @return fails with {@link AuthenticationFailedException} (401) if it is not good, and with {@link ApiException} (503) if that
     *     can't be said yet
     */
    public Uni<CallerPrincipal> verify(String token) {
        @Nullable CallerPrincipal known = verified.find(token);
        Uni<CallerPrincipal> principal = known == null
                ? verifyAnew(token).invoke(found -> verified.remember(token, found))
                : Uni.createFrom().item(known);
        return principal
                .call(feed::known)
                .invoke(this::requireNotRevoked)
                .onFailure(InvalidTokenException.class)
                .transform(TokenVerifier::refused);
    }

    private Uni<CallerPrincipal> verifyAnew(String text) {
        try {
            SignedToken token = SignedToken.read(text);
            if (!TYPE.equals(token.type())) {
                throw new InvalidTokenException("typ is not " + TYPE);
            }
            // What it says comes first: most bad tokens have expired, and it costs less than a signature
            CallerPrincipal principal = TokenClaims.read(token.claims(), issuer, clock.instant());
            return key(token.keyId()).map(key -> {
                if (!key.filter(token::isSignedBy).isPresent()) {
                    throw new InvalidTokenException("It is not signed with a key of ours");
                }
                return principal;
            });
        } catch (InvalidTokenException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Uni<Optional<VerificationKey>> key(String id) {
        return secret != null && secret.id().equals(id) ? Uni.createFrom().item(Optional.of(secret)) : keys.find(id);
    }

    private void requireNotRevoked(CallerPrincipal principal) {
        if (revocations.isRevoked(principal.grantId())) {
            throw new InvalidTokenException("Its session has ended");
        }
    }

    private static AuthenticationFailedException refused(Throwable thrown) {
        LOG.debugf("A token is refused: %s", thrown.getMessage());
        return new AuthenticationFailedException("The token is not good", thrown);
    }
}
