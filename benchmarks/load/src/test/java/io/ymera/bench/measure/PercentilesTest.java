package io.ymera.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void are_measured_values_by_nearest_rank() {
        double[] oneToHundred =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();

        assertThat(Percentiles.of(oneToHundred)).isEqualTo(new Percentiles(50, 90, 99, 100));
    }

    @Test
    void of_one_value_are_that_value() {
        assertThat(Percentiles.of(7)).isEqualTo(new Percentiles(7, 7, 7, 7));
    }

    @Test
    void of_nothing_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(Percentiles::of);
    }

    @Test
    void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
        assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(2, 1, 3));
    }
}
