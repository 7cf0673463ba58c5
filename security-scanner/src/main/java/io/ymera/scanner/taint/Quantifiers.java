package io.ymera.scanner.taint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is known of what passes a test, or of something whose parts were tested: {@code filter(ALLOWED::contains)}, {@code anyMatch(name::equals)}. */
final class Quantifiers {

    /** What gives all of the parts that something consists of. */
    private static final Set<String> PARTS =
            Set.of("*", "chars", "codePoints", "toCharArray", "stream", "split", "mapToObj");

    private Quantifiers() {}

    /**
     * The result of a call with what the answers of the functions that it was given say of it.
     *
     * @param name of what is called
     */
    static Value of(String name, Value answers, Value result) {
        if (answers.facts().isEmpty()) {
            return result;
        }
        List<Fact> passed = answers.facts().stream().filter(Fact::when).toList();
        return switch (name) {
            case "filter", "takeWhile", "check" -> cleared(passed, result);
            case "anyMatch" -> result.withFacts(passed);
            case "noneMatch" ->
                result.withFacts(passed.stream().map(Fact::negated).toList());
            case "allMatch" ->
                result.withFacts(passed.stream().map(Quantifiers::whole).toList());
            default -> result;
        };
    }

    private static Value cleared(List<Fact> passed, Value result) {
        Value now = result;
        for (Fact fact : passed) {
            // All that is left has passed
            now = Clearings.of(whole(fact).about(), fact.clears()).apply(now);
        }
        return now;
    }

    /** What holds for all parts holds for the whole. */
    static Fact whole(Fact fact) {
        List<Taint> about = new ArrayList<>(fact.about());
        for (Taint taint : fact.about()) {
            Taint each = taint;
            while (PARTS.contains(each.last())) {
                each = each.before();
                about.add(each);
            }
        }
        return Fact.clears(fact.when(), List.copyOf(about), fact.clears());
    }
}
