package io.ymera.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsOfAMillisecondLieBetweenItsLowestAndThatOfTheNext() {
        Instant before = Instant.now();
        UUID id = new Ids().next();
        Instant after = Instant.now();

        // As PostgreSQL compares them
        assertThat(id.toString()).isGreaterThanOrEqualTo(Ids.lowestOf(before).toString());
        assertThat(id.toString()).isLessThan(Ids.lowestOf(after.plusMillis(1)).toString());
    }

    @Test
    void timesThatIdsCannotHoldAreTheEnds() {
        assertThat(Ids.lowestOf(Instant.MIN)).isEqualTo(new UUID(0, 0));
        assertThat(Ids.lowestOf(Instant.MAX).toString()).startsWith("ffffffff-ffff-");
    }
}
