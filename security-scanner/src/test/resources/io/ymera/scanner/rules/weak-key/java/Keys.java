import java.security.*;
import javax.crypto.KeyGenerator;

class Keys {
    void make() throws NoSuchAlgorithmException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024); // finding: weak-key
        rsa.initialize(3072);
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(256);
        KeyGenerator aes = KeyGenerator.getInstance("AES");
        aes.init(256);
    }
}
