package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(strings = {"", "Default", "a:b", "a\"b", "a b", "a\r\nb", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesNamesThatDoNotFitIntoHeadersAndKeys(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Limit(name, 1, MINUTE));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_001})
    void refusesNumbersOutOfRange(int requests) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Limit("login", requests, MINUTE))
                .withMessageContaining("login")
                .withMessageContaining(Integer.toString(requests));
    }

    @Test
    void refusesWindowsOutOfRange() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Limit("login", 1, Duration.ZERO));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Limit("login", 1, Duration.ofDays(2)));
    }
}
