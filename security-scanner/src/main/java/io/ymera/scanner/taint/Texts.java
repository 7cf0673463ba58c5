package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import java.util.stream.Stream;

/** The texts that are written down in an expression. */
final class Texts {

    private Texts() {}

    /** What stands in quotes in it, and what its constant parts put together say. */
    static Stream<String> in(Expression expression) {
        return Stream.of(text(expression, 0)).filter(text -> !text.isEmpty());
    }

    private static String text(Expression expression, int depth) {
        if (depth > 8) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        switch (expression) {
            case Expression.Literal it when it.value() instanceof String text -> all.append(text);
            case Expression.Operation it
            when it.operator().equals("+") -> it.operands().forEach(part -> all.append(text(part, depth + 1)));
            case Expression.Text it -> it.parts().forEach(part -> all.append(text(part, depth + 1)));
            case Expression.Call it -> {
                if (it.callee() instanceof Expression.Member callee) {
                    all.append(text(callee.object(), depth + 1));
                }
                it.arguments().forEach(argument -> all.append(text(argument.value(), depth + 1)));
            }
            default -> {}
        }
        return all.toString();
    }
}
