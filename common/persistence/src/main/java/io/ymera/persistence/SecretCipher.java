package io.ymera.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets from those who can read the database: AES-256-GCM, with a fresh nonce of 96 bits each time. The owner is
 * authenticated along with the secret, and so is what it is for, so that a row that was copied to another owner or column
 * can't be read. Safe for use by several threads.
 */
public final class SecretCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** The form of what is stored, in case there ever is another. */
    private static final byte FORM = 1;

    private final SecretKey key;
    private final String purpose;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param hex the key: 32 bytes in hexadecimal
     * @param purpose what the secrets are for, such as {@code callback-secret}
     * @throws IllegalArgumentException if {@code hex} is no such key; the message does not hold it
     */
    public SecretCipher(String hex, String purpose) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not hexadecimal");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("not %d bytes".formatted(KEY_BYTES));
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.purpose = purpose;
    }

    /** What can be stored in place of {@code secret}. */
    public byte[] encrypt(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                    .put(FORM)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException if it was encrypted with another key or for another owner, or is damaged */
    public byte[] decrypt(byte[] stored, String owner) throws GeneralSecurityException {
        if (stored.length < 1 + NONCE_BYTES || stored[0] != FORM) {
            throw new GeneralSecurityException("not of a known form");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(stored, 1, NONCE_BYTES).get(nonce);
        return cipher(Cipher.DECRYPT_MODE, nonce, owner)
                .doFinal(stored, 1 + NONCE_BYTES, stored.length - 1 - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((purpose + ":" + owner).getBytes(UTF_8));
        return cipher;
    }
}
