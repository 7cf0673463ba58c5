package io.ymera.examination.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTest {

    private final Scores now = Scores.of(Measured.flawless(), Held.DEFAULT, Map.of());

    @Test
    void without_anything_before_there_is_none() {
        assertThat(Trend.of(List.of(), now)).isEmpty();
    }

    @Test
    void goes_from_the_oldest_to_now_whatever_the_order_it_is_told_in() {
        // Given
        PreviousScores newer = new PreviousScores("2026-11-25T10:00:00Z", 91.5, 88.0, null, null, 99.0);
        PreviousScores older = new PreviousScores("2026-11-24T10:00:00Z", 80.0, 70.0, 60.0, null, null);

        // When
        List<Trend> trends = Trend.of(List.of(newer, older), now);

        // Then
        assertThat(trends)
                .containsExactly(
                        new Trend("overall", List.of(80.0, 91.5, 100.0), 8.5),
                        new Trend("code", List.of(70.0, 88.0, 100.0), 12.0),
                        new Trend("security", List.of(60.0), null),
                        new Trend("documentation", List.of(99.0, 100.0), 1.0));
    }
}
