import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;

class Beans {
    private final SplittableRandom tokens = new SplittableRandom(); // finding: insecure-random
    private final Random secure = new SecureRandom();
    private final Random colours = new Random();

    @Bean
    RandomGenerator noise() {
        return new SplittableRandom(42);
    }

    @Bean
    RandomGenerator keyMaterial() {
        return RandomGenerator.getDefault(); // finding: insecure-random
    }

    @Bean
    RandomGenerator secretMaterial() {
        return new SecureRandom();
    }
}
