package radio;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

class Channel {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Cipher open(SecretKey key, boolean lowPower) throws GeneralSecurityException {
        if (lowPower) {
            Cipher light = Cipher.getInstance("ChaCha20-Poly1305");
            light.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce()));
            return light;
        }
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce()));
        return cipher;
    }

    private static byte[] nonce() {
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        return nonce;
    }
}
