package io.ymera.auth.key;

import java.security.Key;
import java.security.PrivateKey;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** What tests do with signatures, and with keys that nobody else gets. */
public final class Jws {

    private Jws() {}

    /** The private key that signs now. */
    public static PrivateKey privateKey(KeyService keys) {
        return (PrivateKey) keys.signer().key();
    }

    /** The {@code kid} of a token. */
    public static String kid(String jws) {
        return parse(jws).getKeyIdHeaderValue();
    }

    /** Whether {@code keys} knows the key of {@code jws}, for its algorithm, and it is its signature. */
    static boolean verifies(KeyService keys, String jws) {
        JsonWebSignature parsed = parse(jws);
        return keys.find(parsed.getKeyIdHeaderValue())
                .await()
                .indefinitely()
                .filter(key -> key.algorithm().id().equals(header(parsed)))
                .filter(key -> verifies(parsed, key.key()))
                .isPresent();
    }

    /** The same by a key set. */
    static boolean verifies(JsonWebKeySet set, String jws) {
        JsonWebSignature parsed = parse(jws);
        return Optional.ofNullable(set.findJsonWebKey(parsed.getKeyIdHeaderValue(), null, "sig", header(parsed)))
                .filter(key -> verifies(parsed, key.getKey()))
                .isPresent();
    }

    static JsonWebKeySet set(String jwks) {
        try {
            return new JsonWebKeySet(jwks);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verifies(JsonWebSignature jws, Key key) {
        try {
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(JsonWebSignature jws) {
        return jws.getAlgorithmHeaderValue();
    }

    private static JsonWebSignature parse(String jws) {
        try {
            return (JsonWebSignature) JsonWebSignature.fromCompactSerialization(jws);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
