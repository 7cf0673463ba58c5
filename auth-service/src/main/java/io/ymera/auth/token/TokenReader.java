package io.ymera.auth.token;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.key.KeyService;
import io.ymera.auth.revocation.RevocationLog;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/** Reads our own access tokens back, from memory alone. Thread-safe, non-blocking. */
@Singleton
public class TokenReader {

    private static final int SKEW_SECONDS = 5;
    private static final AlgorithmConstraints ALGORITHMS =
            new AlgorithmConstraints(ConstraintType.PERMIT, "RS256", "ES256", "EdDSA", "HS256");

    private final KeyService keys;
    private final TokenConfig config;
    private final RevocationLog revocations;
    private final Clock clock;

    TokenReader(KeyService keys, TokenConfig config, RevocationLog revocations, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * What {@code token} says; empty if it is not one of ours, has expired, or rests on a grant that has ended. Fails with
     * {@link ErrorCode#UNAVAILABLE} while nobody knows which grants have.
     */
    public Uni<Optional<JwtClaims>> read(String token) {
        return Uni.createFrom().item(() -> verify(token).filter(this::goesOn));
    }

    Optional<JwtClaims> verify(String token) {
        try {
            return Optional.of(new JwtConsumerBuilder()
                    .setVerificationKeyResolver(this::key)
                    .setJwsAlgorithmConstraints(ALGORITHMS)
                    .setExpectedType(true, TokenService.TYPE)
                    .setExpectedIssuer(config.issuer())
                    .setExpectedAudience(TokenService.AUDIENCE)
                    .setRequireSubject()
                    .setRequireJwtId()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .build()
                    .processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private Key key(JsonWebSignature jws, List<JsonWebStructure> nested) throws UnresolvableKeyException {
        return keys.find(jws.getKeyIdHeaderValue(), jws.getAlgorithmHeaderValue())
                .orElseThrow(() -> new UnresolvableKeyException("no such key"));
    }

    private boolean goesOn(JwtClaims claims) {
        if (!revocations.isKnown()) {
            throw new ApiException(ErrorCode.UNAVAILABLE, "Tokens can't be checked at the moment: try again.");
        }
        try {
            return !revocations.isRevoked(UUID.fromString(claims.getStringClaimValue("sid")));
        } catch (MalformedClaimException | IllegalArgumentException e) {
            return false;
        }
    }
}
