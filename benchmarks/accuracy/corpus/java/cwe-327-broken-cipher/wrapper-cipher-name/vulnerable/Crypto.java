package notes;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

final class Crypto {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Crypto() {}

    static Cipher encryptor(Key key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation("ECB", "PKCS5Padding"));
        cipher.init(Cipher.ENCRYPT_MODE, key, RANDOM);
        return cipher;
    }

    static AlgorithmParameterSpec parameters() {
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        return new GCMParameterSpec(128, nonce);
    }

    private static String transformation(String mode, String padding) {
        return String.join("/", "AES", mode, padding);
    }
}
