package payments.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

public class CardVault {
    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    public CardVault(SecretKey key) {
        this.key = key;
    }

    public byte[][] seal(byte[] number) throws GeneralSecurityException {
        byte[] iv = new byte[8];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance("DES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
        return new byte[][] {iv, cipher.doFinal(number)};
    }
}
