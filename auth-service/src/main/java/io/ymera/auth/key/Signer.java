package io.ymera.auth.key;

import java.security.Key;
import java.security.PrivateKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * What signs.
 *
 * @param kid by which verifiers find the key
 * @param algorithm the {@code alg}
 * @param key a {@link PrivateKey}, or a secret one for HS256
 */
record Signer(String kid, String algorithm, Key key) {

    /**
     * The compact serialisation (RFC 7515) of {@code payload}, signed.
     *
     * @param type the {@code typ}
     */
    String sign(String type, String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(kid);
        jws.setHeader("typ", type);
        jws.setKey(key);
        jws.setPayload(payload);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The key " + kid + " can't sign", e);
        }
    }

    @Override
    public String toString() {
        return "Signer[" + kid + "]";
    }
}
