package io.ymera.scanner.python;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls of Python's own functions that say the same as something that all languages have. */
final class Idioms {

    private Idioms() {}

    /** What a call is in other words; nothing if it is just a call. */
    static Optional<Expression> of(String name, List<Argument> arguments, Span span) {
        return switch (name) {
            case "dict" -> map(arguments, span);
            case "any" -> one(arguments).flatMap(given -> among(given, span));
            case "all" -> one(arguments).flatMap(given -> Signs.only(given, span));
            case "enumerate" ->
                arguments.isEmpty() || arguments.getFirst().spread()
                        ? Optional.empty()
                        : Optional.of(numbered(arguments.getFirst().value(), span));
            case "zip" -> together(arguments, span);
            case "functools.partial", "functools.partialmethod" -> partial(arguments, span);
            default -> Optional.empty();
        };
    }

    /** {@code type(x) is str} asks what {@code isinstance(x, str)} does; nothing if it is not that. */
    static Optional<Expression> instance(Expression left, Expression right, Span span) {
        return left instanceof Expression.Call(Expression.Name(String name, var skipped1), var given, var skipped2)
                        && name.equals("type")
                        && given.size() == 1
                ? Optional.of(new Expression.Call(
                        new Expression.Name("isinstance", span), List.of(given.getFirst(), Argument.of(right)), span))
                : Optional.empty();
    }

    private static Optional<Expression.Comprehension> one(List<Argument> arguments) {
        return arguments.size() == 1
                        && arguments.getFirst().value() instanceof Expression.Comprehension given
                        && given.clauses().size() == 1
                        && given.clauses().getFirst().conditions().isEmpty()
                ? Optional.of(given)
                : Optional.empty();
    }

    /** {@code any(x == each for each in all)} is {@code x in all}. */
    private static Optional<Expression> among(Expression.Comprehension given, Span span) {
        Expression.Comprehension.Clause clause = given.clauses().getFirst();
        if (!(clause.target() instanceof Expression.Name each)
                || !(given.value() instanceof Expression.Operation equal)
                || !equal.operator().equals("==")
                || equal.operands().size() != 2) {
            return Optional.empty();
        }
        @Nullable Expression other = null;
        if (same(equal.operands().getLast(), each)) {
            other = equal.operands().getFirst();
        } else if (same(equal.operands().getFirst(), each)) {
            other = equal.operands().getLast();
        }
        return other == null
                ? Optional.empty()
                : Optional.of(Expressions.operation("in", span, other, clause.iterable()));
    }

    static boolean same(Expression expression, Expression.Name name) {
        return expression instanceof Expression.Name other && other.name().equals(name.name());
    }

    /** {@code enumerate(all)} gives pairs of a number, which nobody sends, and an element. */
    private static Expression numbered(Expression all, Span span) {
        Expression.Name each = new Expression.Name("%each", span);
        return pairs(each, all, List.of(new Expression.Unknown(List.of(), span), each), span);
    }

    private static Optional<Expression> together(List<Argument> arguments, Span span) {
        if (arguments.isEmpty() || arguments.stream().anyMatch(each -> each.spread() || each.name() != null)) {
            return Optional.empty();
        }
        Expression.Name each = new Expression.Name("%each", span);
        List<Expression> parts = new ArrayList<>(List.of(each));
        for (Argument argument : arguments.subList(1, arguments.size())) {
            parts.add(new Expression.Element(argument.value(), new Expression.Unknown(List.of(), span), span));
        }
        return Optional.of(pairs(each, arguments.getFirst().value(), parts, span));
    }

    private static Expression pairs(Expression.Name each, Expression all, List<Expression> parts, Span span) {
        List<Expression.Collection.Entry> entries = parts.stream()
                .map(part -> new Expression.Collection.Entry(null, part, false))
                .toList();
        return new Expression.Comprehension(
                Expression.Collection.Kind.LIST,
                List.of(new Expression.Comprehension.Clause(each, all, List.of())),
                null,
                new Expression.Collection(Expression.Collection.Kind.TUPLE, entries, span),
                span);
    }

    /** {@code partial(f, a, b=c)} is a function that calls {@code f} with these and with what it is given. */
    private static Optional<Expression> partial(List<Argument> arguments, Span span) {
        if (arguments.isEmpty()
                || arguments.getFirst().spread()
                || arguments.getFirst().name() != null) {
            return Optional.empty();
        }
        Expression.Name more = new Expression.Name("%more", span);
        Expression.Name options = new Expression.Name("%options", span);
        List<Argument> given = new ArrayList<>();
        arguments.stream().skip(1).filter(each -> each.name() == null).forEach(given::add);
        given.add(new Argument(null, more, true));
        arguments.stream().skip(1).filter(each -> each.name() != null).forEach(given::add);
        given.add(new Argument("**", options, true));
        Expression call = new Expression.Call(arguments.getFirst().value(), given, span);
        return Optional.of(new Expression.Function(
                new FunctionDeclaration(
                        FunctionDeclaration.LAMBDA + span.line(),
                        List.of(
                                new Parameter(more, null, null, Parameter.Kind.REST, List.of(), span),
                                new Parameter(options, null, null, Parameter.Kind.NAMED, List.of(), span)),
                        new Statement.Return(call, span),
                        null,
                        List.of(),
                        false,
                        false,
                        span),
                span));
    }

    /** {@code dict(a=1, **b)} and {@code dict(b, a=1)}; nothing if there is more by position, or no name. */
    private static Optional<Expression> map(List<Argument> arguments, Span span) {
        List<Expression.Collection.Entry> entries = new ArrayList<>();
        boolean named = false;
        for (Argument argument : arguments) {
            String name = argument.name();
            if (name == null && (argument.spread() || !entries.isEmpty())) {
                return Optional.empty();
            }
            boolean whole = name == null || argument.spread();
            named |= !whole;
            entries.add(new Expression.Collection.Entry(
                    whole ? null : new Expression.Literal(name, argument.value().span()), argument.value(), whole));
        }
        return named
                ? Optional.of(new Expression.Collection(Expression.Collection.Kind.MAP, entries, span))
                : Optional.empty();
    }
}
