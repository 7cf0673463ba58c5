package io.ymera.web.identity;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs a service to say whose a token is: one that it has not seen lately, and one that it has. In the verifier's own
 * package, as only CDI makes one elsewhere.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerificationBenchmark {

    private static final String ISSUER = "http://localhost:8000";
    private static final Duration LIFETIME = Duration.ofHours(2);

    @Param({"RS256", "ES256", "EdDSA", "HS256"})
    public String algorithm = "";

    private String token = "";

    @SuppressWarnings("NullAway.Init") // made by setUp
    private Vertx vertx;

    @SuppressWarnings("NullAway.Init") // made by setUp
    private TokenVerifier verifier;

    @SuppressWarnings("NullAway.Init") // made by setUp
    private TokenVerifier forgetful;

    private record Settings(String issuer, String algorithm, Optional<String> secretKey) implements TokenSettings {}

    /** Remembers nothing, so that each look is the first. */
    private static final class Forgetful extends VerifiedTokens {
        Forgetful(Clock clock) {
            super(clock, new SimpleMeterRegistry());
        }

        @Override
        void remember(String token, CallerPrincipal principal) {}
    }

    @Setup(Level.Trial)
    public void setUp() throws NoSuchAlgorithmException, JoseException {
        vertx = Vertx.vertx();
        Clock clock = Clock.systemUTC();
        KeyPair pair = keys();
        boolean shared = algorithm.equals("HS256");
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Key signing = shared ? new SecretKeySpec(secret, "HmacSHA256") : pair.getPrivate();
        VerificationKey key = new VerificationKey(
                "bench", TokenAlgorithm.of(algorithm).orElseThrow(), shared ? signing : pair.getPublic());
        KeySource keys = id -> Uni.createFrom().item(Optional.of(key));
        Revocations revocations = new Revocations(clock);
        revocations.add(new RevocationPage(Map.of(), 0, false));
        RevocationFeed feed =
                new RevocationFeed((cursor, wait) -> Uni.createFrom().nothing(), revocations, vertx);
        Settings settings = new Settings(ISSUER, shared ? "RS256" : algorithm, Optional.empty());
        verifier = new TokenVerifier(
                keys, new VerifiedTokens(clock, new SimpleMeterRegistry()), revocations, feed, settings, clock);
        forgetful = new TokenVerifier(keys, new Forgetful(clock), revocations, feed, settings, clock);
        token = token(signing);
    }

    @TearDown(Level.Trial)
    public void tearDown() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Benchmark
    public CallerPrincipal firstSeen() {
        return forgetful.verify(token).await().indefinitely();
    }

    @Benchmark
    public CallerPrincipal seenLately() {
        return verifier.verify(token).await().indefinitely();
    }

    private KeyPair keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator =
                switch (algorithm) {
                    case "ES256" -> KeyPairGenerator.getInstance("EC");
                    case "EdDSA" -> KeyPairGenerator.getInstance("Ed25519");
                    default -> KeyPairGenerator.getInstance("RSA");
                };
        if (algorithm.equals("RS256")) {
            generator.initialize(3072);
        } else if (algorithm.equals("ES256")) {
            generator.initialize(256);
        }
        return generator.generateKeyPair();
    }

    private String token(Key key) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("ymera");
        claims.setSubject(UUID.randomUUID().toString());
        claims.setStringClaim("upn", "ada");
        claims.setStringListClaim("groups", List.of("user"));
        claims.setStringClaim("role", "user");
        claims.setStringClaim("client_id", "ymera");
        claims.setStringClaim("sid", UUID.randomUUID().toString());
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFETIME.toMinutes());
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue("bench");
        jws.setHeader("typ", "at+jwt");
        jws.setKey(key);
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }
}
