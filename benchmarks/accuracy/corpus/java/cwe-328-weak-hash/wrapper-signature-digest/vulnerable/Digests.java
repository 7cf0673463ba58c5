package release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

enum Digests {
    FAST("SHA-1"),
    LONG("SHA-512");

    private final String algorithm;

    Digests(String algorithm) {
        this.algorithm = algorithm;
    }

    MessageDigest create() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
