package io.ymera.scanner.python;

import com.google.re2j.Pattern;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of each sign of a text, which say the same as a regular expression that all of the text must match. */
final class Signs {

    private static final String LETTERS = "A-Za-z";
    private static final String DIGITS = "0-9";

    private Signs() {}

    /** {@code all(each.isalnum() or each in "_-" for each in text)}. */
    static Optional<Expression> only(Expression.Comprehension given, Span span) {
        Expression.Comprehension.Clause clause = given.clauses().getFirst();
        if (!(clause.target() instanceof Expression.Name each)) {
            return Optional.empty();
        }
        List<Expression> allowed = new ArrayList<>(List.of(new Expression.Literal("[", span)));
        if (!add(given.value(), each, allowed)) {
            return Optional.empty();
        }
        allowed.add(new Expression.Literal("]*", span));
        return Optional.of(new Expression.Call(
                new Expression.Symbol("re.fullmatch", span),
                List.of(Argument.of(new Expression.Text(allowed, span)), Argument.of(clause.iterable())),
                span));
    }

    /** Adds the signs that a condition allows; false if it says something else. */
    private static boolean add(Expression condition, Expression.Name each, List<Expression> allowed) {
        switch (condition) {
            case Expression.Operation it
            when it.operator().equals("||") -> {
                return it.operands().stream().allMatch(operand -> add(operand, each, allowed));
            }
            case Expression.Operation it
            when it.operands().size() == 2 && Idioms.same(it.operands().getFirst(), each) -> {
                Expression signs = it.operands().getLast();
                boolean written = signs instanceof Expression.Literal literal && literal.value() instanceof String;
                if (it.operator().equals("in") && !(signs instanceof Expression.Collection)
                        || it.operator().equals("==") && written) {
                    allowed.add(quoted(signs));
                    return true;
                }
                return false;
            }
            case Expression.Call it
            when it.callee() instanceof Expression.Member member
                    && it.arguments().isEmpty()
                    && Idioms.same(member.object(), each) -> {
                String signs = signs(member.name());
                allowed.add(new Expression.Literal(signs, it.span()));
                return !signs.isEmpty();
            }
            default -> {
                return false;
            }
        }
    }

    private static Expression quoted(Expression signs) {
        if (signs instanceof Expression.Literal literal && literal.value() instanceof String text) {
            StringBuilder all = new StringBuilder();
            text.codePoints()
                    .forEach(sign -> all.append(
                            sign == '-' || sign == ']' || sign == '^' || sign == '['
                                    ? "\\" + Character.toString(sign)
                                    : Pattern.quote(Character.toString(sign))));
            return new Expression.Literal(all.toString(), literal.span());
        }
        return signs;
    }

    private static String signs(String method) {
        return switch (method) {
            case "isalnum", "isidentifier" -> LETTERS + DIGITS;
            case "isalpha", "islower", "isupper" -> LETTERS;
            case "isdigit", "isdecimal", "isnumeric" -> DIGITS;
            default -> "";
        };
    }
}
