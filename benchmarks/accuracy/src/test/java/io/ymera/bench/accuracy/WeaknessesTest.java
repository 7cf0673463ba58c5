package io.ymera.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeaknessesTest {

    @ParameterizedTest
    @CsvSource({
        "89, 89",
        "79, 80",
        "80, 79",
        "89, 564",
        "94, 95",
        "798, 321",
        "321, 798",
        "327, 328",
        "330, 338",
        "22, 23"
    })
    void the_same_and_a_kind_of_it_count(int expected, int found) {
        assertThat(Weaknesses.same(expected, List.of(1, found))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"89, 79", "80, 83", "95, 96", "327, 326", "943, 89", "22, 73", "1004, 614", "117, 113", "321, 259"})
    void siblings_and_others_do_not(int expected, int found) {
        assertThat(Weaknesses.same(expected, List.of(found))).isFalse();
        assertThat(Weaknesses.same(found, List.of(expected))).isFalse();
    }

    @Test
    void a_finding_without_weakness_counts_for_none() {
        assertThat(Weaknesses.same(89, List.of())).isFalse();
    }
}
