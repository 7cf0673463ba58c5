package users;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

public class PasswordStore {
    private final SecureRandom random = new SecureRandom();

    public String hash(char[] password) throws GeneralSecurityException {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        MessageDigest digest = MessageDigest.getInstance("MD5");
        digest.update(salt);
        byte[] hash = digest.digest(new String(password).getBytes(StandardCharsets.UTF_8));
        byte[] text = (Base64.getEncoder().encodeToString(salt) + ":").getBytes(StandardCharsets.US_ASCII);
        return new String(text, StandardCharsets.US_ASCII) + Base64.getEncoder().encodeToString(hash);
    }
}
