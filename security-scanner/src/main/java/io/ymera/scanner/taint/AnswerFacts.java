package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Predicates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a function's answer says of data: a function that is true only behind a check is a check itself. */
final class AnswerFacts {

    private AnswerFacts() {}

    /** @param before what was known when the function was called */
    static List<Fact> of(List<Frame.Answer> answers, List<Fact> before) {
        List<Fact> known = new ArrayList<>();
        for (boolean truth : new boolean[] {true, false}) {
            List<Fact> all = null;
            for (Frame.Answer answer : answers) {
                if (possible(answer.value(), truth)) {
                    List<Fact> here = here(answer, before, truth);
                    all = all == null ? here : both(all, here);
                }
            }
            if (all != null) {
                known.addAll(all);
            }
        }
        return List.copyOf(known);
    }

    private static boolean possible(Value value, boolean truth) {
        Set<Object> constants = value.constants();
        if (constants == null) {
            return true;
        }
        return constants.stream().anyMatch(constant -> isFalse(constant) != truth);
    }

    private static boolean isFalse(Object constant) {
        return constant.equals(false) || constant == Predicates.NULL;
    }

    private static List<Fact> here(Frame.Answer answer, List<Fact> before, boolean truth) {
        List<Fact> here = new ArrayList<>();
        for (Fact fact : answer.state().cleared()) {
            if (!before.contains(fact)) {
                here.add(Fact.clears(truth, fact.about(), fact.clears()));
            }
        }
        for (Fact fact : answer.value().facts()) {
            if (fact.when() == truth && !fact.about().isEmpty()) {
                here.add(fact);
            }
        }
        return here;
    }

    static List<Fact> both(List<Fact> one, List<Fact> other) {
        return one.stream()
                .filter(fact -> other.stream().anyMatch(fact::sameAs))
                .toList();
    }
}
