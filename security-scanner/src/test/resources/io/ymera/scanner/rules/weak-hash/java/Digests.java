import java.security.*;
import org.apache.commons.codec.digest.DigestUtils;

class Digests {
    static final String ALGORITHM = "SHA1";

    void hash(byte[] data, boolean old) throws NoSuchAlgorithmException {
        MessageDigest.getInstance("MD5"); // finding: weak-hash
        MessageDigest.getInstance(ALGORITHM); // finding: weak-hash
        MessageDigest.getInstance("SHA-256");
        MessageDigest.getInstance("SHA-512/256");
        DigestUtils.md5Hex(data); // finding: weak-hash
        DigestUtils.sha256Hex(data);
    }
}
