package io.ymera.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/**
 * A key pair.
 *
 * @param kid the public half's SHA-256 thumbprint (RFC 7638)
 * @param algorithm what it is for
 * @param jwk both halves
 */
record SigningKey(String kid, SigningAlgorithm algorithm, PublicJsonWebKey jwk) {

    /** A new one. Takes up to seconds of CPU. */
    static SigningKey generate(SigningAlgorithm algorithm) {
        try {
            PublicJsonWebKey jwk = algorithm.generate();
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setAlgorithm(algorithm.joseName());
            jwk.setUse(Use.SIGNATURE);
            return new SigningKey(jwk.getKeyId(), algorithm, jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK can make a key for " + algorithm, e);
        }
    }

    /** What {@link #serialised} made. */
    static SigningKey read(byte[] serialised) throws JoseException {
        PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(new String(serialised, UTF_8));
        return new SigningKey(jwk.getKeyId(), SigningAlgorithm.of(jwk.getAlgorithm()), jwk);
    }

    /** Both halves, for the database's eyes only when encrypted. */
    byte[] serialised() {
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(UTF_8);
    }

    /** The members of the public half's JWK. */
    Map<String, Object> published() {
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    Signer signer() {
        return new Signer(kid, algorithm.joseName(), jwk.getPrivateKey());
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
