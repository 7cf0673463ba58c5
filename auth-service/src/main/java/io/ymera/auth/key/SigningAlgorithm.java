package io.ymera.auth.key;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The ways to sign with a key pair (RFC 7518, RFC 8037). */
enum SigningAlgorithm {
    /** 2048 bits: a signature is verified in half the time that 3072 take, and a key signs for weeks, not for years. */
    RS256("RS256") {
        @Override
        PublicJsonWebKey generate() throws JoseException {
            return RsaJwkGenerator.generateJwk(2048);
        }
    },
    ES256("ES256") {
        @Override
        PublicJsonWebKey generate() throws JoseException {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        }
    },
    EDDSA("EdDSA") {
        @Override
        PublicJsonWebKey generate() throws JoseException {
            return OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        }
    };

    private final String joseName;

    SigningAlgorithm(String joseName) {
        this.joseName = joseName;
    }

    /** A new key pair; RSA takes up to seconds. */
    abstract PublicJsonWebKey generate() throws JoseException;

    /** The {@code alg} of RFC 7518, which is also what JWT_ALGORITHM and the database call it. */
    String joseName() {
        return joseName;
    }

    /** @throws IllegalArgumentException if there is none that is called {@code joseName} */
    static SigningAlgorithm of(String joseName) {
        for (SigningAlgorithm algorithm : values()) {
            if (algorithm.joseName.equals(joseName)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("No signing algorithm is called " + joseName);
    }
}
