package io.ymera.examination.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void has_the_quartiles_that_numpy_has() {
        // When
        Rounds rounds = Rounds.of(List.of(4.0, 1.0, 3.0, 2.0));

        // Then
        assertThat(rounds).isEqualTo(new Rounds(1, 1.75, 2.5, 3.25));
        assertThat(rounds.spread()).isEqualTo(1.5);
    }

    @Test
    void of_one_has_no_spread() {
        assertThat(Rounds.of(List.of(2.0))).isEqualTo(new Rounds(2, 2, 2, 2));
    }

    @Test
    void of_none_is_nothing() {
        assertThatThrownBy(() -> Rounds.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slower_is_what_is_beyond_the_tolerance_and_the_spread() {
        // Given
        Rounds steady = new Rounds(1.19, 1.195, 1.2, 1.205);
        Rounds restless = new Rounds(0.9, 1.0, 1.2, 1.3);

        // Then
        assertThat(Comparison.of(steady, 1.0, 0.1)).isEqualTo(Comparison.SLOWER);
        assertThat(Comparison.of(steady, 1.0, 0.2)).isEqualTo(Comparison.SAME);
        assertThat(Comparison.of(steady, 2.0, 0.1)).isEqualTo(Comparison.FASTER);
        assertThat(Comparison.of(restless, 1.0, 0.1)).isEqualTo(Comparison.SAME);
        assertThat(Comparison.of(steady, Double.NaN, 0.1)).isEqualTo(Comparison.NO_BASELINE);
    }

    @Test
    void times_are_written_in_the_unit_that_fits() {
        assertThat(List.of(Times.of(12.34), Times.of(0.25), Times.of(1.25e-3), Times.of(5e-6), Times.of(31e-9)))
                .containsExactly("12.3 s", "250 ms", "1.25 ms", "5.00 µs", "31.0 ns");
    }
}
