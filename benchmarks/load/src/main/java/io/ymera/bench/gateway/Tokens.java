package io.ymera.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Access tokens as auth-service issues them, by a key of this run. auth-service itself and its database would take memory and cores from
 * what is measured, and be asked for its keys once.
 *
 * @param keySet a file with the public key, as a JWK set
 * @param file a token in each line, of as many users
 * @param tokens the same
 */
record Tokens(Path keySet, Path file, List<String> tokens) {

    private static final String ISSUER = "http://localhost:8000";
    private static final String KEY_ID = "bench";
    private static final int KEY_BITS = 3072;
    private static final int LIFETIME_MINUTES = 12 * 60;

    Tokens {
        tokens = List.copyOf(tokens);
    }

    /** Writes both files to {@code folder}. */
    static Tokens make(Path folder, int users) throws IOException {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
            key.setKeyId(KEY_ID);
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                tokens.add(token(key, "bench-" + i));
            }
            Files.createDirectories(folder);
            return new Tokens(
                    Files.writeString(
                            folder.resolve("jwks.json"), new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY)),
                    Files.write(folder.resolve("tokens"), tokens),
                    tokens);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(RsaJsonWebKey key, String name) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("ymera");
        claims.setSubject(UUID.randomUUID().toString());
        claims.setStringClaim("upn", name);
        claims.setStringListClaim("groups", List.of("user"));
        claims.setStringClaim("role", "user");
        claims.setStringClaim("client_id", "ymera");
        claims.setStringClaim("sid", UUID.randomUUID().toString());
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFETIME_MINUTES);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(key.getAlgorithm());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", "at+jwt");
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }

    /** One of them. */
    String any() {
        return tokens.getFirst();
    }

    /** Names no token. */
    @Override
    public String toString() {
        return "%d tokens".formatted(tokens.size());
    }
}
