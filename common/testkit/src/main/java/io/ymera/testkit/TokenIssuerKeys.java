package io.ymera.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The RSA key pair of this test JVM. */
final class TokenIssuerKeys {

    private static final int BITS = 2048;

    private TokenIssuerKeys() {}

    static KeyPair shared() {
        String[] halves =
                TestRun.remember("issuer.keys", TokenIssuerKeys::encoded).split("\n", -1);
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            Base64.Decoder decoder = Base64.getDecoder();
            return new KeyPair(
                    rsa.generatePublic(new X509EncodedKeySpec(decoder.decode(halves[0]))),
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(halves[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded() {
        KeyPair keys = generate();
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(keys.getPublic().getEncoded())
                + "\n"
                + encoder.encodeToString(keys.getPrivate().getEncoded());
    }

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
