package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What comparisons say of how large something is. */
final class Bounds {

    /** The kind of rules on how much memory or time is taken. */
    static final String SIZE = "size";

    private Bounds() {}

    /** What is known of two that were compared: the smaller one is bounded by the other, if that is not from outside too. */
    static List<Fact> of(Expression.Operation it, Value left, Value right) {
        return switch (it.operator()) {
            case "<", "<=" -> both(left, right);
            case ">", ">=" -> both(right, left);
            default -> List.of();
        };
    }

    private static List<Fact> both(Value small, Value large) {
        List<Fact> facts = new ArrayList<>();
        if (!small.taints().isEmpty() && large.taints().isEmpty()) {
            facts.add(Fact.clears(true, small.taints(), Set.of(SIZE)));
        }
        if (!large.taints().isEmpty() && small.taints().isEmpty()) {
            facts.add(Fact.clears(false, large.taints(), Set.of(SIZE)));
        }
        return facts;
    }

    /** Data that is nothing but a number, which stays one in whatever is computed of it. */
    static List<Taint> numbers(List<Taint> taints) {
        return taints.stream()
                .filter(taint -> taint.cleared().contains(Taint.allBut(SIZE)))
                .toList();
    }
}
