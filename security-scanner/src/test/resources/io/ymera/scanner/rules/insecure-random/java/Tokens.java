import java.security.SecureRandom;
import java.util.Random;

class Tokens {
    private final SecureRandom secure = new SecureRandom();

    String make() {
        Random random = new Random();
        int token = random.nextInt(); // finding: insecure-random
        long resetCode = (long) (Math.random() * 1_000_000); // finding: insecure-random
        int delay = random.nextInt(100);
        int sessionId = secure.nextInt();
        return "" + token + resetCode + delay + sessionId;
    }

    String filled() {
        byte[] bytes = new byte[16];
        new Random().nextBytes(bytes);
        String token = java.util.Base64.getEncoder().encodeToString(bytes); // finding: insecure-random
        return token;
    }

    String securelyFilled() {
        byte[] bytes = new byte[16];
        secure.nextBytes(bytes);
        String token = java.util.Base64.getEncoder().encodeToString(bytes);
        return token;
    }
}
