package payments.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

public class CardVault {
    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    public CardVault(SecretKey key) {
        this.key = key;
    }

    public byte[][] seal(byte[] number) throws GeneralSecurityException {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
        return new byte[][] {iv, cipher.doFinal(number)};
    }
}
