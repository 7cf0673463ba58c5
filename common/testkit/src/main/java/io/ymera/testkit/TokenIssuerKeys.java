package io.ymera.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key pairs of this test JVM, one for each kind. */
enum TokenIssuerKeys {
    RSA("RSA", 2048),
    EC("EC", 256),
    ED25519("Ed25519", 255);

    private final String algorithm;
    private final int bits;

    TokenIssuerKeys(String algorithm, int bits) {
        this.algorithm = algorithm;
        this.bits = bits;
    }

    KeyPair shared() {
        String[] halves =
                TestRun.remember("issuer.keys." + algorithm, this::encoded).split("\n", -1);
        try {
            KeyFactory factory = KeyFactory.getInstance(algorithm);
            Base64.Decoder decoder = Base64.getDecoder();
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(decoder.decode(halves[0]))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(halves[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String encoded() {
        KeyPair keys = generate();
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(keys.getPublic().getEncoded())
                + "\n"
                + encoder.encodeToString(keys.getPrivate().getEncoded());
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (this != ED25519) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
