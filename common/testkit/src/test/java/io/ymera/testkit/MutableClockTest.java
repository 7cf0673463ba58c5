package io.ymera.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void moves_only_when_told_to() {
        MutableClock clock = new MutableClock(NOON);

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(300));
        assertThat(clock.millis()).isEqualTo(NOON.plusSeconds(300).toEpochMilli());
    }
}
