package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPatternTest {

    @ParameterizedTest
    @CsvSource({
        "adds, adds, true",
        "adds, add, false",
        "adds, adds more, false",
        "a*, a, true",
        "a*, adds, true",
        "*s, adds, true",
        "a*d*s, adds, true",
        "a*x, adds, false",
        "*, anything at all, true",
        "test_#*, test_1_first, true",
        "test_#*, test_first, false",
        "test_#, test_12, false",
    })
    void stands_for_names_of_which_parts_are_not_written_down(String pattern, String name, boolean matches) {
        // Given
        String written = pattern.replace('*', TestPattern.ANY).replace('#', TestPattern.DIGIT);

        // When
        boolean found = TestPattern.matches(written, name);

        // Then
        assertThat(found).isEqualTo(matches);
    }

    @Test
    void what_looks_like_a_regular_expression_is_plain_text() {
        // Given
        String pattern = "(a+)+$";

        // When
        boolean found = TestPattern.matches(pattern, "aaaa");

        // Then
        assertThat(found).isFalse();
        assertThat(TestPattern.matches(pattern, "(a+)+$")).isTrue();
    }
}
