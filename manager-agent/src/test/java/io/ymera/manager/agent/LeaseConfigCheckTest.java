package io.ymera.manager.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseConfigCheckTest {

    @ParameterizedTest
    @CsvSource({"PT2S, PT6S", "PT2S, PT4S", "PT0.1S, PT0.2S"})
    void aLeaseOutlivesAHeartbeat(Duration heartbeatInterval, Duration leaseDuration) {
        assertThat(check(heartbeatInterval, leaseDuration)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT2S, PT3.999S", "PT2S, PT2S", "PT2S, PT0S", "PT2S, PT-6S"})
    void aLeaseThatLapsesBetweenHeartbeatsIsNone(Duration heartbeatInterval, Duration leaseDuration) {
        assertThat(check(heartbeatInterval, leaseDuration)).singleElement().satisfies(error -> assertThat(
                        error.message())
                .contains("ymera.agents.lease-duration", "" + leaseDuration, "at least 2 times", "PT2S"));
    }

    @ParameterizedTest
    @CsvSource({"PT0.099S", "PT0S", "PT-2S"})
    void heartbeatsHaveATimeBetweenThem(Duration heartbeatInterval) {
        assertThat(check(heartbeatInterval, Duration.ofSeconds(6)))
                .extracting(ConfigError::property)
                .containsExactly("ymera.agents.heartbeat-interval");
    }

    @Test
    void bothAreNamedWhenBothAreWrong() {
        assertThat(check(Duration.ZERO, Duration.ofSeconds(-1))).hasSize(2);
    }

    private static List<ConfigError> check(Duration heartbeatInterval, Duration leaseDuration) {
        return new LeaseConfigCheck(heartbeatInterval, leaseDuration).check();
    }
}
