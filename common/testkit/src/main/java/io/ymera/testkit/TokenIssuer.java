package io.ymera.testkit;

import io.ymera.contracts.identity.Role;
import java.security.Key;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Stands in for auth-service: issues tokens as it does, and the kinds of bad ones that a service has to refuse. There is one
 * key pair of each kind per test JVM; {@link TokenIssuerResource} serves their public halves. Safe for use by several threads.
 */
public final class TokenIssuer {

    /** The {@code iss} of its tokens: the default of {@code JWT_ISSUER}. */
    public static final String ISSUER = "http://localhost:8000";

    static final String KEY_ID = "testkit";

    private static final String AUDIENCE = "ymera";
    private static final String TYPE = "at+jwt";
    private static final Duration LIFETIME = Duration.ofMinutes(60);

    private TokenIssuer() {}

    /** The issuer of this test JVM. */
    public static TokenIssuer shared() {
        return new TokenIssuer();
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
        return user(claims -> {
            NumericDate expiry = NumericDate.now();
            expiry.addSeconds(lifetime.toSeconds());
            claims.setExpirationTime(expiry);
        });
    }

    /** A new user's token, properly signed, after {@code change}. */
    public String user(Consumer<JwtClaims> change) {
        JwtClaims claims = aUsers();
        change.accept(claims);
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

    /** The token of an agent or a service that may serve {@code taskTypes}. */
    public String service(String clientId, String... taskTypes) {
        JwtClaims claims = claims(clientId, clientId, Role.SERVICE);
        claims.setStringClaim("client_id", clientId);
        claims.setStringListClaim("task_types", taskTypes);
        return signed(claims);
    }

    /** A user's token that is limited to {@code scopes}, as API keys are; separated by spaces. */
    public String scoped(String scopes) {
        return user(claims -> claims.setStringClaim("scope", scopes));
    }

    /** A user's token that was good until a while ago. */
    public String expired() {
        return user(LIFETIME.negated());
    }

    /** An administrator's token signed with a key that is not the issuer's, under the issuer's key id. */
    public String forged() {
        return sign(
                mallorys(),
                TYPE,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                KEY_ID,
                TokenIssuerKeys.RSA.generate().getPrivate());
    }

    /** An administrator's token with {@code "alg": "none"} and no signature. */
    public String unsigned() {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        jws.setHeader("typ", TYPE);
        jws.setKeyIdHeaderValue(KEY_ID);
        jws.setPayload(mallorys().toJson());
        return serialized(jws);
    }

    /** An administrator's token with an HMAC over the issuer's public key, for a verifier that lets a token choose the algorithm. */
    public String hmacWithPublicKey() {
        return hmac(KEY_ID, TokenIssuerKeys.RSA.shared().getPublic().getEncoded());
    }

    /** An administrator's token with an HMAC (HS256) by {@code secret}, which says that its key is {@code keyId}. */
    public String hmac(String keyId, byte[] secret) {
        return sign(mallorys(), TYPE, AlgorithmIdentifiers.HMAC_SHA256, keyId, new HmacKey(secret));
    }

    /** A user's token that is in order but for its algorithm, for which the key of its id is not: RS384, RS512, PS256 and so on. */
    public String ofAlgorithm(String algorithm) {
        return sign(
                aUsers(), TYPE, algorithm, KEY_ID, TokenIssuerKeys.RSA.shared().getPrivate());
    }

    /** A user's token by the issuer's key for ES256. */
    public String es256() {
        return sign(
                aUsers(),
                TYPE,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                keyId(TokenIssuerKeys.EC),
                TokenIssuerKeys.EC.shared().getPrivate());
    }

    /** A user's token by the issuer's key for EdDSA. */
    public String edDsa() {
        return sign(
                aUsers(),
                TYPE,
                AlgorithmIdentifiers.EDDSA,
                keyId(TokenIssuerKeys.ED25519),
                TokenIssuerKeys.ED25519.shared().getPrivate());
    }

    /** A user's token, properly signed, of another {@code typ}. */
    public String ofType(String type) {
        return sign(
                aUsers(),
                type,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                KEY_ID,
                TokenIssuerKeys.RSA.shared().getPrivate());
    }

    /** A user's token, properly signed, with another member in its header. */
    public String withHeader(String name, Object value) {
        JsonWebSignature jws = jws(
                aUsers(),
                TYPE,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                KEY_ID,
                TokenIssuerKeys.RSA.shared().getPrivate());
        jws.setHeader(name, value);
        return serialized(jws);
    }

    /** A user's token, properly signed by a key of an id that nobody knows. */
    public String ofUnknownKey() {
        return sign(
                aUsers(),
                TYPE,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                "unknown",
                TokenIssuerKeys.RSA.shared().getPrivate());
    }

    /** A user's token, properly signed, without {@code claim}. */
    public String without(String claim) {
        return user(claims -> claims.unsetClaim(claim));
    }

    /** A user's token, properly signed, of another issuer. */
    public String ofIssuer(String issuer) {
        return user(claims -> claims.setIssuer(issuer));
    }

    /** A user's token, properly signed, for another audience. */
    public String forAudience(String audience) {
        return user(claims -> claims.setAudience(audience));
    }

    /** Ends the session that {@code token} rests on, as a logout does; {@link TokenIssuerResource} must have been started. */
    public void revoke(String token) {
        IssuerServer.revoke(grantId(token));
    }

    /** The {@code sid} of {@code token}. */
    public static UUID grantId(String token) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token);
            return UUID.fromString(claims.getStringClaimValue("sid"));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The key set, as JSON, with the public keys alone. */
    public String jwks() {
        return new JsonWebKeySet(
                        jwk(TokenIssuerKeys.RSA, KEY_ID, AlgorithmIdentifiers.RSA_USING_SHA256),
                        jwk(
                                TokenIssuerKeys.EC,
                                keyId(TokenIssuerKeys.EC),
                                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256),
                        jwk(TokenIssuerKeys.ED25519, keyId(TokenIssuerKeys.ED25519), AlgorithmIdentifiers.EDDSA))
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static JsonWebKey jwk(TokenIssuerKeys kind, String id, String algorithm) {
        try {
            JsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(kind.shared().getPublic());
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm(algorithm);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keyId(TokenIssuerKeys kind) {
        return KEY_ID + "-" + kind;
    }

    private static JwtClaims aUsers() {
        return claims(UUID.randomUUID().toString(), "ada", Role.USER);
    }

    private static JwtClaims mallorys() {
        return claims(UUID.randomUUID().toString(), "mallory", Role.ADMIN);
    }

    private static JwtClaims claims(String subject, String name, String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringClaim("upn", name);
        claims.setStringListClaim("groups", role);
        claims.setStringClaim("role", role);
        claims.setStringClaim("sid", UUID.randomUUID().toString());
        claims.setStringClaim("client_id", "ymera");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture((float) LIFETIME.toMinutes());
        claims.setGeneratedJwtId();
        return claims;
    }

    private static String signed(JwtClaims claims) {
        return sign(
                claims,
                TYPE,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                KEY_ID,
                TokenIssuerKeys.RSA.shared().getPrivate());
    }

    private static String sign(JwtClaims claims, String type, String algorithm, String keyId, Key key) {
        return serialized(jws(claims, type, algorithm, keyId, key));
    }

    private static JsonWebSignature jws(JwtClaims claims, String type, String algorithm, String keyId, Key key) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setHeader("typ", type);
        jws.setKeyIdHeaderValue(keyId);
        jws.setKey(key);
        jws.setPayload(claims.toJson());
        return jws;
    }

    private static String serialized(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
