package pki.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

class SigningKeys {
    private static final int UNIT = 256;
    private static final int SIZE = UNIT * 3;

    KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(SIZE, new SecureRandom());
        return generator.genKeyPair();
    }
}
