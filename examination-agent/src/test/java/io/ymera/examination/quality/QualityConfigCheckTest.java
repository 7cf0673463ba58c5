package io.ymera.examination.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.web.startup.ConfigError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityConfigCheckTest {

    @Test
    void the_defaults_are_good() {
        assertThat(check(Held.DEFAULT)).isEmpty();
    }

    @Test
    void weights_that_binary_fractions_do_not_add_up_exactly_are_good() {
        assertThat(check(new Held(0.7, 0.1, 0.1, 0.1, 85, 80, Optional.empty())))
                .isEmpty();
    }

    @Test
    void weights_that_are_not_one_together_are_named() {
        assertThat(check(new Held(0.35, 0.30, 0.20, 0.20, 85, 80, Optional.empty())))
                .singleElement()
                .satisfies(error ->
                        assertThat(error.toString()).contains("QUALITY_*_WEIGHT", "QUALITY_DOCUMENTATION_WEIGHT=0.2"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_weight_out_of_range_is_named(double weight) {
        assertThat(check(new Held(weight, 0.5, 0.25, 0.25, 85, 80, Optional.empty())))
                .anySatisfy(error -> assertThat(error.toString()).contains("QUALITY_CODE_WEIGHT"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 100.5, Double.NaN})
    void a_percentage_out_of_range_is_named(double percent) {
        assertThat(check(new Held(0.35, 0.30, 0.20, 0.15, percent, percent, Optional.empty())))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error.toString()).contains("QUALITY_THRESHOLD"))
                .anySatisfy(error -> assertThat(error.toString()).contains("CODE_COVERAGE_MIN"));
    }

    @Test
    void a_score_that_does_not_exist_can_not_be_optional() {
        assertThat(check(new Held(0.35, 0.30, 0.20, 0.15, 85, 80, Optional.of(Set.of("code", "speed")))))
                .singleElement()
                .satisfies(error -> assertThat(error.toString()).contains("QUALITY_OPTIONAL", "speed"));
    }

    private static List<ConfigError> check(QualityConfig config) {
        return new QualityConfigCheck(config).check();
    }
}
