package io.ymera.manager.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.persistence.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgesTest {

    @Test
    void anIdLiesBetweenTheBoundariesOfTheTimesAroundItsMaking() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        UUID id = new Ids().next();
        Instant after = Instant.now().plusMillis(1);

        assertThat(Ages.firstOf(before).toString()).isLessThanOrEqualTo(id.toString());
        assertThat(Ages.firstOf(after).toString()).isGreaterThan(id.toString());
    }

    @Test
    void aBoundaryIsAUuidOfVersion7() {
        UUID boundary = Ages.firstOf(Instant.parse("2026-11-22T05:00:00.123Z"));

        assertThat(boundary.version()).isEqualTo(7);
        assertThat(boundary.variant()).isEqualTo(2);
        assertThat(boundary).hasToString("01a201a0-1cfb-7000-8000-000000000000");
    }
}
