package io.ymera.manager.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final RandomGenerator MOST = new Random() {
        @Override
        public double nextDouble() {
            return Math.nextDown(1.0);
        }
    };

    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 9", "3, 19", "10, 2559", "11, 3599", "40, 3599", "1000000, 3599"})
    void pausesDoubleUpToTheLongest(int attempt, long seconds) {
        assertThat(backoff.after(attempt, Duration.ZERO, MOST).toSeconds()).isEqualTo(seconds);
    }

    @Test
    void pausesLieAnywhereBetween() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.after(4, Duration.ZERO, random))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(40));
        }
    }

    @Test
    void aReceiverMayAskForALongerPauseWithinLimits() {
        assertThat(backoff.after(1, Duration.ofMinutes(10), MOST)).isEqualTo(Duration.ofMinutes(10));
        assertThat(backoff.after(1, Duration.ofDays(400), MOST)).isEqualTo(Duration.ofHours(1));
        assertThat(backoff.after(1, Duration.ofDays(-400), MOST)).isLessThan(Duration.ofSeconds(5));
    }
}
