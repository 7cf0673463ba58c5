package bank.pin;

import jakarta.enterprise.context.ApplicationScoped;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.util.encoders.Hex;

@ApplicationScoped
public class PinHasher {
    public String hash(String pin, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withIterations(3)
                .withMemoryAsKB(65_536)
                .build());
        byte[] value = new byte[32];
        generator.generateBytes(pin.toCharArray(), value);
        return Hex.toHexString(value);
    }
}
