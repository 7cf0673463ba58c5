package io.ymera.testkit;

import io.ymera.contracts.identity.Role;
import java.security.Key;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Stands in for auth-service: issues tokens as it does, and the kinds of bad ones that a service has to refuse. There is one
 * key pair per test JVM; {@link TokenIssuerResource} serves its public half. Safe for use by several threads.
 */
public final class TokenIssuer {

    static final String KEY_ID = "testkit";

    private static final String ISSUER = "ymera";
    private static final String AUDIENCE = "ymera";
    private static final Duration LIFETIME = Duration.ofMinutes(60);

    private final KeyPair keys;

    TokenIssuer(KeyPair keys) {
        this.keys = keys;
    }

    /** The issuer of this test JVM. */
    public static TokenIssuer shared() {
        return new TokenIssuer(TokenIssuerKeys.shared());
    }

    /** A user's token. */
    public String user(UUID id, String username) {
        return signed(claims(id.toString(), username, Role.USER));
    }

    /** A new user's token. */
    public String user() {
        return user(UUID.randomUUID(), "ada");
    }

    /** A new user's token that is good for {@code lifetime}, in whole seconds. */
    public String user(Duration lifetime) {
        JwtClaims claims = claims(UUID.randomUUID().toString(), "ada", Role.USER);
        NumericDate expiry = NumericDate.now();
        expiry.addSeconds(lifetime.toSeconds());
        claims.setExpirationTime(expiry);
        return signed(claims);
    }

    /** A new administrator's token. */
    public String admin() {
        return signed(claims(UUID.randomUUID().toString(), "root", Role.ADMIN));
    }

    /** The token of an agent or a service that may serve all task types. */
    public String service(String clientId) {
        return service(clientId, "*");
    }

    /** The same for {@code taskTypes}. */
    public String service(String clientId, String... taskTypes) {
        JwtClaims claims = claims(clientId, clientId, Role.SERVICE);
        claims.setStringListClaim("task_types", taskTypes);
        return signed(claims);
    }

    /** A user's token that was good until a while ago. */
    public String expired() {
        JwtClaims claims = claims(UUID.randomUUID().toString(), "ada", Role.USER);
        NumericDate before = NumericDate.now();
        before.addSeconds(-LIFETIME.toSeconds());
        claims.setExpirationTime(before);
        return signed(claims);
    }

    /** An administrator's token signed with a key that is not the issuer's, under the issuer's key id. */
    public String forged() {
        return sign(
                claims(UUID.randomUUID().toString(), "mallory", Role.ADMIN),
                AlgorithmIdentifiers.RSA_USING_SHA256,
                TokenIssuerKeys.generate().getPrivate());
    }

    /** An administrator's token with {@code "alg": "none"} and no signature. */
    public String unsigned() {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        jws.setPayload(
                claims(UUID.randomUUID().toString(), "mallory", Role.ADMIN).toJson());
        return serialized(jws);
    }

    /** An administrator's token with an HMAC over the issuer's public key, for a verifier that lets a token choose the algorithm. */
    public String hmacWithPublicKey() {
        return sign(
                claims(UUID.randomUUID().toString(), "mallory", Role.ADMIN),
                AlgorithmIdentifiers.HMAC_SHA256,
                new HmacKey(keys.getPublic().getEncoded()));
    }

    /** A user's token, properly signed, of another issuer. */
    public String ofIssuer(String issuer) {
        JwtClaims claims = claims(UUID.randomUUID().toString(), "ada", Role.USER);
        claims.setIssuer(issuer);
        return signed(claims);
    }

    /** A user's token, properly signed, for another audience. */
    public String forAudience(String audience) {
        JwtClaims claims = claims(UUID.randomUUID().toString(), "ada", Role.USER);
        claims.setAudience(audience);
        return signed(claims);
    }

    /** The key set, as JSON, with the public key alone. */
    String jwks() {
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) keys.getPublic());
        key.setKeyId(KEY_ID);
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return new JsonWebKeySet(key).toJson();
    }

    private static JwtClaims claims(String subject, String name, String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringClaim("upn", name);
        claims.setStringListClaim("groups", role);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture((float) LIFETIME.toMinutes());
        claims.setGeneratedJwtId();
        return claims;
    }

    private String signed(JwtClaims claims) {
        return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, keys.getPrivate());
    }

    private static String sign(JwtClaims claims, String algorithm, Key key) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setHeader("typ", "JWT");
        jws.setKeyIdHeaderValue(KEY_ID);
        jws.setKey(key);
        jws.setPayload(claims.toJson());
        return serialized(jws);
    }

    private static String serialized(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
