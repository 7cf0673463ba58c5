import java.security.SecureRandom;
import javax.crypto.spec.IvParameterSpec;

class Vectors {
    private static final byte[] IV = "1234567890123456".getBytes();

    void make(byte[] message) {
        new IvParameterSpec(IV); // finding: static-iv
        new IvParameterSpec("abcdefghijklmnop".getBytes()); // finding: static-iv
        byte[] fresh = new byte[16];
        new SecureRandom().nextBytes(fresh);
        new IvParameterSpec(fresh);
        new IvParameterSpec(message, 0, 16);
    }
}
