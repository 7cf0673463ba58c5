package io.ymera.auth.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * The key that signs tokens.
 *
 * @param privateKey RSA, at least 2048 bits
 * @param publicKey its other half
 * @param id the public key's RFC 7638 SHA-256 thumbprint, which tokens carry as {@code kid}
 */
record SigningKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey, String id) {

    private static final int LEAST_BITS = 2048;
    private static final long LONGEST_FILE = 100_000;
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    /**
     * Reads an unencrypted PKCS#8 PEM file.
     *
     * @throws IllegalArgumentException if there is no such key; the message says why, to follow the file's name
     */
    static SigningKey read(Path file) {
        Matcher pem = PEM.matcher(text(file));
        if (!pem.matches()) {
            throw new IllegalArgumentException("the file must hold one PEM block \"PRIVATE KEY\" (unencrypted PKCS#8)");
        }
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(der));
            int bits = key.getModulus().bitLength();
            if (bits < LEAST_BITS) {
                throw new IllegalArgumentException("the key must have at least 2048 bits, not " + bits);
            }
            RSAPublicKey publicKey =
                    (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new SigningKey(key, publicKey, thumbprint(publicKey));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("the file must hold an RSA key", e);
        }
    }

    /** The RFC 7517 key set with the public half, as JSON. */
    String jwks() {
        RsaJsonWebKey key = new RsaJsonWebKey(publicKey);
        key.setKeyId(id);
        key.setUse(Use.SIGNATURE);
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }

    private static String thumbprint(RSAPublicKey key) {
        return new RsaJsonWebKey(key).calculateBase64urlEncodedThumbprint("SHA-256");
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new IllegalArgumentException("the file is too large to be a key");
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file can't be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
