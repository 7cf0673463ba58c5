package io.ymera.scanner.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreesTest {

    /** What is refused here would end the process: there is no exception for a native stack that is full. */
    @ParameterizedTest
    @EnumSource(Grammar.class)
    void brackets_that_no_person_nests_are_refused(Grammar grammar) {
        // Given
        try (Trees trees = new Trees(grammar)) {
            for (String open : new String[] {"{a:", "[", "(", "{"}) {
                // When, Then
                assertThat(trees.parse(open.repeat(10_000))).isEmpty();
            }
            assertThat(trees.parse("a")).isPresent();
        }
    }
}
