package io.ymera.scanner.java;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Assignment;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.Operation;
import io.ymera.scanner.ir.Expression.Unknown;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Patterns: variables that are declared where a value is looked at. */
final class Patterns {

    /** A variable and what it is given. */
    record Binding(String name, @Nullable String type, Expression value, Span span) {}

    private final TypeNames types;
    private final Frame frame;
    private final Expressions expressions;

    Patterns(TypeNames types, Frame frame, Expressions expressions) {
        this.types = types;
        this.frame = frame;
        this.expressions = expressions;
    }

    /** {@code o instanceof String s} is {@code (s = o, s instanceof String)}: definite assignment sees to it that no one reads it otherwise. */
    Expression test(Node node) {
        Optional<Node> left = node.at("left");
        Optional<Node> type = node.at("right");
        Optional<Node> pattern = node.at("pattern").or(() -> node.child("record_pattern"));
        if (left.isEmpty() || type.isEmpty() && pattern.isEmpty()) {
            return expressions.unknown(node);
        }
        Expression value = expressions.of(left.get());
        Span span = node.span();
        Optional<Node> name = node.at("name");
        if (type.isPresent() && name.isEmpty()) {
            return new Operation("instanceof", List.of(value, expressions.typeSymbol(type.get())), span);
        }
        List<Expression> steps = new ArrayList<>();
        String variable = name.map(Node::text).orElse("%pattern:" + span.line() + ":" + span.column());
        Expression subject = new Name(variable, span);
        bind(new Binding(variable, type.map(frame::type).orElse(null), value, span), steps);
        Node tested = type.orElseGet(() -> pattern.get().parts().getFirst());
        Expression answer = new Operation("instanceof", List.of(subject, expressions.typeSymbol(tested)), span);
        if (pattern.isPresent()) {
            bindings(pattern.get(), subject).forEach(binding -> bind(binding, steps));
        }
        steps.add(answer);
        return new Operation(",", steps, span);
    }

    private void bind(Binding binding, List<Expression> steps) {
        frame.scope().declare(binding.name(), binding.type());
        frame.ahead(new Statement.Declare(binding.name(), binding.type(), null, binding.span()));
        steps.add(new Assignment(new Name(binding.name(), binding.span()), binding.value(), binding.span()));
    }

    /** The variables of a pattern. */
    List<Binding> bindings(Node pattern, Expression subject) {
        List<Binding> found = new ArrayList<>();
        collect(pattern, subject, found, 0);
        return found;
    }

    private void collect(Node pattern, Expression subject, List<Binding> found, int depth) {
        List<Node> parts = pattern.parts();
        if (parts.isEmpty() || depth > 50) {
            return;
        }
        switch (pattern.type()) {
            case "pattern" -> collect(parts.getFirst(), subject, found, depth + 1);
            case "type_pattern", "record_pattern_component" -> {
                Node name = parts.getLast();
                if (name.is("identifier") && parts.size() > 1) {
                    found.add(new Binding(name.text(), frame.type(parts.get(parts.size() - 2)), subject, name.span()));
                }
            }
            case "record_pattern" -> {
                Declared known = Optional.ofNullable(frame.type(parts.getFirst()))
                        .map(types::declared)
                        .or(() -> types.record(parts.getFirst().text()))
                        .orElse(null);
                List<Node> components =
                        pattern.child("record_pattern_body").map(Node::parts).orElse(List.of());
                for (int i = 0; i < components.size(); i++) {
                    Node component = components.get(i);
                    Expression part = known != null && i < known.components.size()
                            ? new Member(subject, known.components.get(i), component.span())
                            : new Unknown(List.of(subject), component.span());
                    collect(component, part, found, depth + 1);
                }
            }
            default -> {}
        }
    }
}
