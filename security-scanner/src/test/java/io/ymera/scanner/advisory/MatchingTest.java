package io.ymera.scanner.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.advisory.Advisory.Affected;
import io.ymera.scanner.advisory.Advisory.Event;
import io.ymera.scanner.advisory.Advisory.Range;
import io.ymera.scanner.dependency.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    private static final PackageName NAME = new PackageName(Ecosystem.NPM, "x");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "introduced 0, fixed 1.0.0 | 0.9.9 | true",
                "introduced 0, fixed 1.0.0 | 1.0.0 | false",
                "introduced 0, fixed 1.0.0 | 1.0.0-rc.1 | true",
                "introduced 1.0.0, last_affected 1.2.0 | 1.2.0 | true",
                "introduced 1.0.0, last_affected 1.2.0 | 1.2.1 | false",
                "introduced 1.0.0 | 0.9.0 | false",
                "introduced 1.0.0 | 99.0.0 | true",
                "introduced 1.0.0, fixed 1.1.0, introduced 2.0.0, fixed 2.1.0 | 1.5.0 | false",
                "introduced 1.0.0, fixed 1.1.0, introduced 2.0.0, fixed 2.1.0 | 2.0.5 | true",
                "fixed 2.1.0, introduced 2.0.0, fixed 1.1.0, introduced 1.0.0 | 2.0.5 | true",
                "introduced 0, limit 3.0.0 | 2.9.9 | true",
                "introduced 0, limit 3.0.0 | 3.0.0 | false",
                "introduced 0, limit * | 9.0.0 | true",
                "introduced 0, fixed 1.0.0, introduced 1.0.0 | 1.0.0 | true",
                "introduced none, fixed 1.0.0 | 0.5.0 | false",
                "introduced 0, fixed 1.0.0 | latest | false"
            })
    void theLastEventAtOrBeforeAVersionDecides(String events, String version, boolean expected) {
        assertThat(new Matching(NAME).affects(advisory(events, "", List.of()), version))
                .isEqualTo(expected);
    }

    @Test
    void listedVersionsCountWhateverTheRangesSay() {
        Advisory advisory = advisory("introduced 5.0.0", "", List.of("1.0.0", "oddly-named"));
        Matching matching = new Matching(NAME);
        assertThat(matching.affects(advisory, "1.0.0")).isTrue();
        assertThat(matching.affects(advisory, "v1.0.0")).isTrue();
        assertThat(matching.affects(advisory, "oddly-named")).isTrue();
        assertThat(matching.affects(advisory, "1.0.1")).isFalse();
    }

    @Test
    void withoutAFixTheLastKnownVersionIsTheBound() {
        Matching matching = new Matching(NAME);
        assertThat(matching.affects(advisory("introduced 0", "<= 1.2.3", List.of()), "1.2.3"))
                .isTrue();
        assertThat(matching.affects(advisory("introduced 0", "<= 1.2.3", List.of()), "1.2.4"))
                .isFalse();
        assertThat(matching.affects(advisory("introduced 0", "< 1.2.3", List.of()), "1.2.3"))
                .isFalse();
    }

    @Test
    void theFixEndsAllAndIsTheSmallestThatDoes() {
        // Given
        List<Advisory> all = List.of(
                advisory("introduced 0, fixed 1.2.3, introduced 2.0.0, fixed 2.0.5", "", List.of()),
                advisory("introduced 1.0.0, fixed 1.3.0-rc.1, introduced 1.3.0, fixed 1.3.1", "", List.of()));
        // Then
        Matching matching = new Matching(NAME);
        assertThat(matching.fixed(all, "1.1.0")).isEqualTo("1.3.1");
        assertThat(matching.fixed(all, "0.1.0")).isEqualTo("1.3.1");
        assertThat(matching.fixed(all.subList(0, 1), "0.1.0")).isEqualTo("1.2.3");
        assertThat(matching.fixed(List.of(advisory("introduced 0", "", List.of())), "1.0.0"))
                .isNull();
    }

    private static Advisory advisory(String events, String bound, List<String> versions) {
        List<Event> all = new ArrayList<>();
        for (String event : events.split(",", -1)) {
            String[] words = event.strip().split(" ", 2);
            all.add(new Event(words[0], words[1]));
        }
        Affected affected = new Affected(NAME, List.of(new Range(all, bound)), versions, List.of());
        return new Advisory("A", List.of(), "", "", List.of(), null, List.of(), null, List.of(affected), List.of());
    }
}
