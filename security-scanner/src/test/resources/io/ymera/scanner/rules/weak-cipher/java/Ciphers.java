import java.security.*;
import javax.crypto.*;
import javax.crypto.spec.*;

class Ciphers {
    void encrypt(byte[] key) throws Exception {
        Cipher.getInstance("DES/CBC/PKCS5Padding"); // finding: weak-cipher
        Cipher.getInstance("AES"); // finding: weak-cipher
        Cipher.getInstance("AES/ECB/PKCS5Padding"); // finding: weak-cipher
        Cipher.getInstance("AES/GCM/NoPadding");
        Cipher.getInstance("RC4"); // finding: weak-cipher
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        KeyGenerator.getInstance("DES"); // finding: weak-cipher
    }
}
