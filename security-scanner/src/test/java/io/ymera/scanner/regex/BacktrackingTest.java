package io.ymera.scanner.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktrackingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "(a*)*b",
                "^(a?a?)*$",
                "(.|a)*x",
                "(a|b|ab)*c",
                "(\\w+\\s?)+:",
                "^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$",
                "^\\w+([.-]?\\w+)*@\\w+([.-]?\\w+)*(\\.\\w{2,3})+$",
                "(?<tag>(?:\\w+[/.]?)+)\\[",
                "^(?P<name>(x+x+)+y)$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(?i:([a-f0-9]{2,}:?)+)-",
                "^(\\d+\\.?){1,40}$",
                "(?:\"(?:\\\\.|[^\"])*\"|[^,])*,,",
            })
    void theSameTextInTwoWays(String pattern) {
        assertThat(Backtracking.exponential(pattern, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "^a+$",
                "^(ab+)+$",
                "^\\w+(?:[/.]\\w+)*[/.]?$",
                "^([^,]*,)*$",
                "^(?:\\d+\\.)*\\d+$",
                "^[\\w.+-]+@([a-zA-Z0-9-]+\\.)+[a-z]{2,}$",
                "^\"(?:\\\\.|[^\"\\\\])*\"$",
                "^(a++)+$",
                "^(?>a+)+$",
                "^(?=(a+)+b)c$",
                "^#(?:[0-9a-f]{3}){1,2}$",
                "^\\s*(.*)\\s*$",
                "^(?:[a-z]+;|[0-9]+;)*$",
                "(x|y)*z",
                "(a+)+",
                "(a+",
                "[a",
                "(?",
                "a{2",
                "\\",
                "\\u12",
            })
    void oneWayOrNothingThatFails(String pattern) {
        assertThat(Backtracking.exponential(pattern, false)).isFalse();
    }

    @Test
    void whatHasToMatchAllOfATextCanFail() {
        assertThat(Backtracking.exponential("(a+)+", true)).isTrue();
        assertThat(Backtracking.exponential("a+", true)).isFalse();
    }

    @Test
    void hugeOnesAreLeftAlone() {
        assertThat(Backtracking.exponential("(a+)+".repeat(500) + "$", true)).isFalse();
        assertThat(Backtracking.exponential("(".repeat(900) + "a+" + ")+".repeat(900) + "$", true))
                .isFalse();
        assertThat(Backtracking.exponential("(\\w|a|b|c|d|e|f|g|h|.){150}x".repeat(3), true))
                .isFalse();
    }
}
