package io.ymera.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ymera.web.identity.TokenAlgorithm;
import io.ymera.web.identity.VerificationKey;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A key pair.
 *
 * @param kid the public half's SHA-256 thumbprint (RFC 7638)
 * @param algorithm what it is for
 * @param jwk both halves
 */
record SigningKey(String kid, TokenAlgorithm algorithm, PublicJsonWebKey jwk) {

    /** A signature is verified in half the time that 3072 take, and a key signs for weeks, not for years: ADR 11. */
    private static final int RSA_BITS = 2048;

    /** A new one. Takes up to seconds of CPU. */
    static SigningKey generate(TokenAlgorithm algorithm) {
        try {
            PublicJsonWebKey jwk = keyPair(algorithm);
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setAlgorithm(algorithm.id());
            jwk.setUse(Use.SIGNATURE);
            return new SigningKey(jwk.getKeyId(), algorithm, jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK can make a key for " + algorithm.id(), e);
        }
    }

    private static PublicJsonWebKey keyPair(TokenAlgorithm algorithm) throws JoseException {
        return switch (algorithm) {
            case RS256 -> RsaJwkGenerator.generateJwk(RSA_BITS);
            case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
            case EDDSA -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            case HS256 -> throw new IllegalArgumentException("HS256 has a shared secret and no key pair");
        };
    }

    /** What {@link #serialised} made; fails with any exception that jose4j has, for what it did not make. */
    static SigningKey read(byte[] serialised) throws JoseException {
        PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(new String(serialised, UTF_8));
        return new SigningKey(
                jwk.getKeyId(), TokenAlgorithm.of(jwk.getAlgorithm()).orElseThrow(), jwk);
    }

    /** Both halves, for the database's eyes only when encrypted. */
    byte[] serialised() {
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(UTF_8);
    }

    /** The members of the public half's JWK. */
    Map<String, Object> published() {
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    VerificationKey verifier() {
        return new VerificationKey(kid, algorithm, jwk.getPublicKey());
    }

    Signer signer() {
        return new Signer(kid, algorithm.id(), jwk.getPrivateKey());
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
