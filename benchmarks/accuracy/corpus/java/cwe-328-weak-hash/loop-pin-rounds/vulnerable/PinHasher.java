package bank.pin;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.commons.codec.digest.DigestUtils;

@ApplicationScoped
public class PinHasher {
    public String hash(String pin, byte[] salt) {
        String value = DigestUtils.md5Hex(salt) + pin;
        for (int round = 0; round < 3; round++) {
            value = DigestUtils.md5Hex(value);
        }
        return value;
    }
}
