package io.ymera.scanner.taint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.rule.Model;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClearingsTest {

    private static final Taint REQUEST = taint(1);
    private static final Taint FILE = taint(2);

    @Test
    void what_is_harmless_on_two_ways_is_so_behind_them_for_what_both_say() {
        // Given
        Clearings one =
                Clearings.of(List.of(REQUEST), Set.of("sql", "xss")).and(Clearings.of(List.of(FILE), Set.of("path")));
        Clearings other = Clearings.of(List.of(REQUEST.member("name")), Set.of("xss", "log"));

        // When
        Clearings both = one.both(other);

        // Then
        assertThat(cleared(both, REQUEST.member("name"))).containsExactly("xss");
        assertThat(cleared(both, REQUEST)).isEmpty();
        assertThat(cleared(both, FILE)).isEmpty();
        assertThat(cleared(other.both(one), REQUEST.member("name"))).containsExactly("xss");
    }

    @Test
    void what_is_read_from_before_a_check_is_as_after_it_and_what_came_later_is_not() {
        // Given
        State state = new State(new State.Globals());
        Variable early = new Variable(1, "early");
        Variable late = new Variable(1, "late");
        state.put(early, Value.UNKNOWN.tainted(List.of(REQUEST)));
        state.put(7, HeapObject.map(null, Map.of("key", Value.UNKNOWN.tainted(List.of(REQUEST))), Value.NONE));
        State branch = state.copy();

        // When
        branch.clear(List.of(REQUEST), Set.of("sql"));
        branch.put(late, Value.UNKNOWN.tainted(List.of(REQUEST)));
        State copy = branch.copy();

        // Then
        assertThat(cleared(copy.get(early))).containsExactly("sql");
        assertThat(cleared(copy.object(7).entries().get("key"))).containsExactly("sql");
        assertThat(cleared(copy.get(late))).isEmpty();
        assertThat(cleared(state.get(early))).isEmpty();

        // When
        state.join(copy);

        // Then
        assertThat(cleared(state.get(early))).isEmpty();
    }

    private static Set<String> cleared(Clearings clearings, Taint taint) {
        return cleared(clearings.apply(Value.UNKNOWN.tainted(List.of(taint))));
    }

    private static Set<String> cleared(@Nullable Value value) {
        return requireNonNull(value).taints().getFirst().cleared();
    }

    private static Taint taint(int line) {
        Location location = new Location("a", line, 1, line, 1);
        return Taint.fresh(new Origin(location, Model.Exposure.REMOTE, "data"), Set.of());
    }
}
