package io.ymera.scanner.taint;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known if a value turns out to be true, or false.
 *
 * @param when for which of both
 * @param about the data that is harmless then
 * @param clears for which kinds of rules
 * @param variable one that is a constant then, or null
 * @param constant which
 */
record Fact(
        boolean when,
        List<Taint> about,
        Set<String> clears,
        @Nullable Variable variable,
        @Nullable Object constant) {

    static Fact clears(boolean when, List<Taint> about, Set<String> kinds) {
        return new Fact(when, about, kinds, null, null);
    }

    static Fact equal(boolean when, Variable variable, Object constant) {
        return new Fact(when, List.of(), Set.of(), variable, constant);
    }

    Fact negated() {
        return new Fact(!when, about, clears, variable, constant);
    }

    /** Whether it says the same of the same data, whatever way that came. */
    boolean sameAs(Fact other) {
        return variable == null
                && other.variable == null
                && clears.equals(other.clears)
                && about.size() == other.about.size()
                && about.stream().allMatch(taint -> other.about.stream().anyMatch(taint::same));
    }
}
