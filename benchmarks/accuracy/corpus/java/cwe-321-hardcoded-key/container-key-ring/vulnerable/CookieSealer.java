package dk.loppemarked.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals the basket cookie; the first byte of a value tells the key it was sealed with. */
public final class CookieSealer {

    private static final NavigableMap<Byte, SecretKeySpec> RING = new TreeMap<>();
    private static final SecureRandom RANDOM = new SecureRandom();

    static {
        put(1, "b0yzY4KkOU2bH9qkPj6nCw==");
        put(2, "m1vE8r4dJm0nXb2Qe5oTzA==");
    }

    private CookieSealer() {
    }

    private static void put(int id, String key) {
        RING.put((byte) id, new SecretKeySpec(Base64.getDecoder().decode(key), "AES"));
    }

    public static String seal(String value) throws GeneralSecurityException {
        byte id = RING.lastKey();
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, RING.get(id), new GCMParameterSpec(128, nonce));
        byte[] body = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
        byte[] out = new byte[13 + body.length];
        out[0] = id;
        System.arraycopy(nonce, 0, out, 1, 12);
        System.arraycopy(body, 0, out, 13, body.length);
        return Base64.getUrlEncoder().encodeToString(out);
    }

    public static String open(String sealed) throws GeneralSecurityException {
        byte[] in = Base64.getUrlDecoder().decode(sealed);
        SecretKeySpec key = in.length < 29 ? null : RING.get(in[0]);
        if (key == null) {
            throw new GeneralSecurityException("unknown key");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, in, 1, 12));
        return new String(cipher.doFinal(Arrays.copyOfRange(in, 13, in.length)), StandardCharsets.UTF_8);
    }
}
