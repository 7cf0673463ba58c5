package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitConfigCheckTest {

    private static final String URL = "redis://127.0.0.1:6379/0";
    private static final Duration MOMENT = Duration.ofMillis(100);

    @ParameterizedTest
    @ValueSource(strings = {URL, "redis://:secret@redis.example.org", "rediss://ada:secret@[::1]:6380/3"})
    void takesWhatClientsOfRedisTake(String url) {
        assertThat(new RateLimitConfigCheck(new TestConfig("true", url, MOMENT, MOMENT)).check())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:6379", "http://127.0.0.1:6379", "redis://", "redis:// x", "redis:///0"})
    void refusesWhatIsNoRedisAndKeepsThePasswordToItself(String url) {
        assertThat(new RateLimitConfigCheck(new TestConfig("true", url, MOMENT, MOMENT)).check())
                .extracting(ConfigError::property)
                .containsExactly("REDIS_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "TRUE", "1", "flase"})
    void aMisspeltSwitchDoesNotSwitchOff(String enabled) {
        assertThat(new RateLimitConfigCheck(new TestConfig(enabled, URL, MOMENT, MOMENT)).check())
                .extracting(ConfigError::property)
                .containsExactly("RATE_LIMIT_ENABLED");
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        TestConfig config = new TestConfig("false", URL, Duration.ZERO, Duration.ofMinutes(1));

        assertThat(new RateLimitConfigCheck(config).check())
                .extracting(ConfigError::property)
                .containsExactly("YMERA_RATE_LIMIT_PATIENCE", "YMERA_RATE_LIMIT_PAUSE");
    }
}
