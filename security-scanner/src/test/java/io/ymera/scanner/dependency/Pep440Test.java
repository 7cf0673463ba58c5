package io.ymera.scanner.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pep440Test {

    @Test
    void ordersAsTheSpecificationsExample() {
        // Given: "Summary of permitted suffixes and relative ordering", and the examples around it
        List<String> ordered = List.of(
                "1.dev0",
                "1.0.dev456",
                "1.0a1",
                "1.0a2.dev456",
                "1.0a12.dev456",
                "1.0a12",
                "1.0b1.dev456",
                "1.0b2",
                "1.0b2.post345.dev456",
                "1.0b2.post345",
                "1.0rc1.dev456",
                "1.0rc1",
                "1.0",
                "1.0+abc.5",
                "1.0+abc.7",
                "1.0+5",
                "1.0.post456.dev34",
                "1.0.post456",
                "1.0.15",
                "1.1.dev1",
                "2012.4",
                "2013.10",
                "1!0.1");
        // When
        List<Pep440> shuffled =
                new ArrayList<>(ordered.stream().map(Pep440Test::version).toList());
        Collections.shuffle(shuffled, new Random(7));
        Collections.sort(shuffled);
        // Then
        assertThat(shuffled)
                .containsExactlyElementsOf(
                        ordered.stream().map(Pep440Test::version).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.0, 1.1",
        "1.1RC1, 1.1rc1",
        "1.0-alpha_2, 1.0a2",
        "1.1.a1, 1.1a1",
        "1.2a, 1.2a0",
        "1.0c3, 1.0rc3",
        "1.0-r4, 1.0.post4",
        "1.0-1, 1.0.post1",
        "1.2-post2, 1.2.post2",
        "1.2.post, 1.2.post0",
        "1.2.dev, 1.2.dev0",
        "v1.0, 1.0",
        "00.1, 0.1",
        "1.0+ubuntu-1, 1.0+ubuntu.1",
        "0!1.0, 1.0",
        "1.0preview1, 1.0rc1"
    })
    void normalises(String one, String other) {
        assertThat(version(one)).isEqualByComparingTo(version(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0.", "french toast", "1.0+", "1.0+a+b", "1.x", "1..2", "1.0a1a2", "-1"})
    void whatIsNoVersionIsNone(String text) {
        assertThat(Pep440.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.2.post3 | ~=2.2 | true",
                "3.0 | ~=2.2 | false",
                "1.4.5.8 | ~=1.4.5 | true",
                "1.5 | ~=1.4.5 | false",
                "2.2.post3 | ~=2.2.post3 | true",
                "2.3 | ~=2.2.post3 | true",
                "2.2.0a4 | ~=2.2.0 | false",
                "1.1.post1 | ==1.1 | false",
                "1.1.post1 | ==1.1.post1 | true",
                "1.1.post1 | ==1.1.* | true",
                "1.1a1 | ==1.1.* | true",
                "1.1 | ==1.1.0 | true",
                "1.1+local | ==1.1 | true",
                "1.1 | ==1.1+local | false",
                "1.1.post1 | !=1.1 | true",
                "1.1.post1 | !=1.1.* | false",
                "1.7.1 | >1.7 | true",
                "1.7.0.post1 | >1.7 | false",
                "1.7.1.post1 | >1.7 | true",
                "1.7.0.post3 | >1.7.post2 | true",
                "1.8rc1 | <1.8 | false",
                "1.7 | <1.8 | true",
                "2.0 | >=1.0, <2.0 | false",
                "1.5 | >=1.0, <2.0, !=1.5.1 | true",
                "1.0 | === 1.0 | true"
            })
    void fulfilsSpecifiers(String version, String specifiers, boolean expected) {
        assertThat(version(version).satisfies(specifiers)).contains(expected);
    }

    @Test
    void specifiersThatAreNoneSayNothing() {
        assertThat(version("1.0").satisfies("about 1")).isEmpty();
        assertThat(version("1.0").satisfies("~=1")).isEmpty();
        assertThat(version("1.0").satisfies(">1.*")).isEmpty();
    }

    private static Pep440 version(String text) {
        return Pep440.of(text).orElseThrow(() -> new AssertionError(text));
    }
}
