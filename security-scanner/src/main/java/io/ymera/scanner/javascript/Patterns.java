package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Collection.Kind;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand left of {@code =}. A pattern becomes one assignment for each of its variables, with what a default says behind {@code ??}. */
final class Patterns {

    /** Takes what nobody asks for. */
    private static final String NOBODY = "%_";

    private final Lowering lowering;

    Patterns(Lowering lowering) {
        this.lowering = lowering;
    }

    /** Takes a variable, or another place, and its value. */
    private interface Taker {
        void take(Node place, Expression value);
    }

    /** The names that a pattern binds. */
    static List<String> names(Node pattern) {
        List<String> names = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(pattern));
        while (!open.isEmpty()) {
            Node node = open.pop();
            switch (node.type()) {
                case "identifier", "shorthand_property_identifier_pattern" -> names.add(node.text());
                case "pair_pattern" -> node.at("value").ifPresent(open::push);
                case "assignment_pattern", "object_assignment_pattern" ->
                    node.at("left").ifPresent(open::push);
                case "required_parameter", "optional_parameter" ->
                    node.at("pattern").ifPresent(open::push);
                case "array_pattern", "object_pattern", "rest_pattern" ->
                    node.parts().forEach(open::push);
                default -> {}
            }
        }
        return names;
    }

    static boolean isPattern(Node node) {
        return node.is("object_pattern") || node.is("array_pattern") || node.is("assignment_pattern");
    }

    /** Declares the variables of a pattern, or the one that is none. */
    void declare(Node pattern, @Nullable String type, @Nullable Expression value) {
        if (!isPattern(pattern)) {
            lowering.declare(lowering.name(pattern.text()), type, value, pattern.span());
            return;
        }
        Expression all = value == null ? Lowering.none(pattern) : value;
        bind(
                pattern,
                kept(all, pattern.span()),
                (place, part) -> lowering.declare(lowering.name(place.text()), null, part, place.span()));
    }

    /** {@code target = value} with a target that is no pattern. */
    Expression assign(Expression target, Expression value, Span span) {
        Expression place = here(target, span);
        boolean known = place instanceof Expression.Name
                || place instanceof Expression.Member
                || place instanceof Expression.Element;
        return known
                ? new Expression.Assignment(place, value, span)
                : new Expression.Unknown(List.of(target, value), span);
    }

    /** What is written stands where it is written, wherever it was read first. */
    private static Expression here(Expression target, Span span) {
        if (target
                        instanceof
                        Expression.Call(
                                Expression.Symbol(String text, var skipped1),
                                List<Argument> arguments,
                                var skipped2)
                && (text.equals("%text") || text.equals("%stack"))) {
            return here(arguments.getFirst().value(), span);
        }
        return target instanceof Expression.Member(Expression object, String name, var skipped3)
                ? new Expression.Member(object, name, span)
                : target;
    }

    /** {@code target = value}, with a pattern or none. */
    Expression assign(Node target, Expression value, Span span) {
        if (!isPattern(target)) {
            return assign(lowering.expressions.of(target), value, span);
        }
        Expression all = kept(value, span);
        List<Expression> steps = new ArrayList<>();
        bind(target, all, (place, part) -> steps.add(assign(lowering.expressions.of(place), part, place.span())));
        steps.add(all);
        return new Expression.Operation(",", steps, span);
    }

    /** The same value, in a form that may stand in several places: what has effects is put into a variable first. */
    private Expression kept(Expression value, Span span) {
        if (simple(value)) {
            return value;
        }
        String name = lowering.scope.function.temporary();
        lowering.declare(name, null, value, span);
        return new Expression.Name(name, span);
    }

    private static boolean simple(Expression value) {
        return switch (value) {
            case Expression.Name _, Expression.Symbol _, Expression.Literal _ -> true;
            case Expression.Member member -> simple(member.object());
            default -> false;
        };
    }

    private void bind(Node pattern, Expression value, Taker taker) {
        lowering.down(
                () -> {
                    switch (pattern.type()) {
                        case "object_pattern" -> object(pattern, value, taker);
                        case "array_pattern" -> array(pattern, value, taker);
                        case "assignment_pattern" -> preset(pattern, value, taker);
                        case "rest_pattern" -> pattern.parts().forEach(part -> bind(part, value, taker));
                        default -> taker.take(pattern, value);
                    }
                    return true;
                },
                false);
    }

    private void preset(Node pattern, Expression value, Taker taker) {
        Node place = pattern.at("left").orElse(pattern);
        Expression preset = pattern.at("right").map(lowering.expressions::of).orElseGet(() -> Lowering.none(pattern));
        Expression either = new Expression.Operation("??", List.of(value, preset), pattern.span());
        bind(place, isPattern(place) ? kept(either, pattern.span()) : either, taker);
    }

    private void object(Node pattern, Expression value, Taker taker) {
        List<Expression> taken = new ArrayList<>();
        for (Node part : pattern.parts()) {
            switch (part.type()) {
                case "shorthand_property_identifier_pattern" ->
                    taker.take(part, member(value, taken(part, taken), part.span()));
                case "object_assignment_pattern" -> {
                    Node name = part.at("left").orElse(part);
                    Expression member = member(value, taken(name, taken), name.span());
                    preset(part, member, taker);
                }
                case "pair_pattern" -> {
                    Expression key = lowering.collections.key(part.at("key").orElse(part));
                    taken.add(key);
                    Node place = part.at("value").orElse(part);
                    bind(place, member(value, key, part.span()), taker);
                }
                case "rest_pattern" -> rest(part, Kind.MAP, taken, value, taker);
                default -> {}
            }
        }
    }

    private static Expression taken(Node name, List<Expression> taken) {
        Expression key = Lowering.literal(name.text(), name.span());
        taken.add(key);
        return key;
    }

    private static Expression member(Expression value, Expression key, Span span) {
        return key instanceof Expression.Literal(String name, var skipped3)
                ? Idioms.text(new Expression.Member(value, name, span))
                : new Expression.Element(value, key, span);
    }

    private void array(Node pattern, Expression value, Taker taker) {
        List<Expression> taken = new ArrayList<>();
        for (Node child : pattern.children()) {
            if (child.is(",")) {
                taken.add(Lowering.literal((long) taken.size(), child.span()));
            } else if (child.is("rest_pattern")) {
                rest(child, Kind.LIST, taken, value, taker);
            } else if (child.named() && !child.type().endsWith("comment")) {
                Expression index = Lowering.literal((long) taken.size(), child.span());
                bind(child, new Expression.Element(value, index, child.span()), taker);
            }
        }
    }

    /** Of the rest, the variable is declared first, as no declaration takes a pattern. */
    private void rest(Node node, Kind kind, List<Expression> taken, Expression value, Taker taker) {
        if (node.parts().isEmpty()) {
            return;
        }
        Node place = node.parts().getFirst();
        Span span = node.span();
        Expression.Name rest = new Expression.Name(lowering.scope.function.temporary(), span);
        List<Expression.Collection.Entry> targets = new ArrayList<>();
        for (Expression key : taken) {
            Expression nobody = new Expression.Name(NOBODY, span);
            targets.add(new Expression.Collection.Entry(kind == Kind.MAP ? key : null, nobody, false));
        }
        targets.add(new Expression.Collection.Entry(null, rest, true));
        lowering.declare(NOBODY, null, null, span);
        lowering.declare(rest.name(), null, null, span);
        lowering.add(new Statement.Evaluate(
                new Expression.Assignment(new Expression.Collection(kind, targets, span), value, span)));
        bind(place, rest, taker);
    }
}
