package io.ymera.manager.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbsenceClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AbsenceClock clock = new AbsenceClock(Duration.ofSeconds(3));

    @Test
    void oneLookIsNotEnough() {
        assertThat(look(0, Set.of())).isEmpty();
    }

    @Test
    void whatStaysAwayIsAbsent() {
        look(0, Set.of("b"));
        look(2, Set.of("b"));

        assertThat(look(3, Set.of("b"))).containsExactly("a");
    }

    @Test
    void whatComesBackStartsAgain() {
        look(0, Set.of());
        look(2, Set.of("a", "b"));

        assertThat(look(4, Set.of())).isEmpty();
        assertThat(look(7, Set.of())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aBlindMomentGivesEverybodyTheWholeGraceAgain() {
        look(0, Set.of());
        clock.reset();

        assertThat(look(4, Set.of())).isEmpty();
    }

    @Test
    void whatMayHaveSaidWhyItLeftIsNotAbsentYet() {
        look(0, Set.of("b"));

        assertThat(look(4, Set.of("b"), -1)).isEmpty();
        assertThat(look(5, Set.of("b"), 0)).containsExactly("a");
    }

    private Set<String> look(int second, Set<String> present) {
        return look(second, present, second);
    }

    private Set<String> look(int second, Set<String> present, int knownUntil) {
        return clock.absentTooLong(
                List.of("a", "b"), present::contains, START.plusSeconds(second), START.plusSeconds(knownUntil));
    }
}
