package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is behind the last of some signs has none of them: {@code name.substring(name.lastIndexOf('/') + 1)}. */
final class Tails {

    private static final Set<String> TAILS = Set.of("substring", "slice", "substr");
    private static final String LAST = "lastIndexOf";

    private Tails() {}

    /** The signs that what a call gives is without. */
    static Set<String> without(Site site) {
        if (site.arguments().size() != 1 || !TAILS.contains(site.callee().simpleName())) {
            return Set.of();
        }
        boolean behind = site.arguments().getFirst().expression() instanceof Expression.Operation sum
                && sum.operator().equals("+")
                && sum.operands().size() == 2
                && sum.operands().getLast() instanceof Expression.Literal(Long one, var skipped)
                && one == 1;
        Set<String> without = new HashSet<>();
        if (behind && site.arguments().getFirst().expression() instanceof Expression.Operation sum) {
            signs(sum.operands().getFirst(), without);
        }
        return without;
    }

    /** Those that the last place is looked for of, or the last of several places. */
    private static void signs(Expression place, Set<String> without) {
        if (!(place instanceof Expression.Call call)) {
            return;
        }
        String name = Matcher.lastName(call.callee());
        List<Expression> given =
                call.arguments().stream().map(argument -> argument.value()).toList();
        if (name.equals("max")) {
            given.forEach(each -> signs(each, without));
        } else if (name.equals(LAST)
                && !given.isEmpty()
                && given.getFirst() instanceof Expression.Literal(String sign, var skipped)
                && sign.length() == 1) {
            without.add(Taint.WITHOUT + sign);
        }
    }
}
