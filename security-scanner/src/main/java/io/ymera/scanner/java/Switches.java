package io.ymera.scanner.java;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.Symbol;
import io.ymera.scanner.ir.Expression.Unknown;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Switches: as statements, or as expressions whose value goes somewhere. */
final class Switches {

    private final Frame frame;
    private final Expressions expressions;
    private final Statements statements;

    Switches(Frame frame, Expressions expressions, Statements statements) {
        this.frame = frame;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** One whose value, if it has any, is not taken. */
    Statement statement(Node node) {
        return of(node, null);
    }

    /** One whose value is that of the method. */
    Statement returned(Node node, Span span) {
        return frame.yielding(value -> new Statement.Return(value, span), () -> of(node, frame::yield));
    }

    /** One whose value goes into a variable or member. */
    Statement assigned(Expression target, Node node) {
        String label = "%switch:" + node.span().line() + ":" + node.span().column();
        Function<Expression, Statement> assign =
                value -> new Statement.Evaluate(new Expression.Assignment(target, value, value.span()));
        Function<Expression, Statement> leave =
                value -> new Statement.Block(List.of(assign.apply(value), new Statement.Break(label)));
        return new Statement.Labelled(label, frame.yielding(leave, () -> of(node, assign)));
    }

    private Statement of(Node node, @Nullable Function<Expression, Statement> result) {
        Optional<Node> body = node.at("body");
        Optional<Node> condition = node.at("condition");
        if (body.isEmpty() || condition.isEmpty()) {
            return new Statement.Evaluate(expressions.unknown(node));
        }
        Node asked = condition.get().parts().isEmpty()
                ? condition.get()
                : condition.get().parts().getFirst();
        Expression subject = expressions.of(asked);
        if (!(subject instanceof Name) && body.get().parts().stream().anyMatch(Switches::hasPattern)) {
            // Patterns give it to variables, and it is evaluated once
            String name = "%subject:" + node.span().line() + ":" + node.span().column();
            frame.ahead(new Statement.Declare(name, null, subject, asked.span()));
            subject = new Name(name, asked.span());
        }
        List<Statement.Switch.Case> cases = new ArrayList<>();
        Expression value = subject;
        String type = expressions.typeOf(asked);
        frame.inBlock(() -> {
            for (Node group : body.get().parts()) {
                cases.add(group(group, value, type, result));
            }
            return cases;
        });
        return new Statement.Switch(subject, cases);
    }

    private static boolean hasPattern(Node group) {
        return group.parts().stream().anyMatch(part -> part.is("switch_label") && part.has("pattern"));
    }

    private Statement.Switch.Case group(
            Node group, Expression subject, @Nullable String type, @Nullable Function<Expression, Statement> result) {
        boolean arrow = group.is("switch_rule");
        List<Expression> labels = new ArrayList<>();
        List<Statement> before = new ArrayList<>();
        List<Node> guards = new ArrayList<>();
        List<Node> body = new ArrayList<>();
        boolean isDefault = group.is("ERROR");
        for (Node part : group.parts()) {
            if (part.is("switch_label")) {
                isDefault |= label(part, subject, type, labels, before, guards);
            } else {
                body.add(part);
            }
        }
        Statement done = guarded(guards, () -> arrow ? arm(body, result) : new Statement.Block(statements.list(body)));
        before.add(done);
        Statement all = before.size() == 1 ? done : new Statement.Block(before);
        return new Statement.Switch.Case(isDefault ? List.of() : labels, all, !arrow);
    }

    /** Brings one label's values into the list; whether it is the default. */
    private boolean label(
            Node label,
            Expression subject,
            @Nullable String type,
            List<Expression> labels,
            List<Statement> before,
            List<Node> guards) {
        boolean isDefault = label.has("default");
        for (Node part : label.parts()) {
            if (part.is("guard")) {
                guards.addAll(part.parts());
            } else if (part.is("pattern")) {
                for (Patterns.Binding binding : expressions.patterns().bindings(part, subject)) {
                    frame.scope().declare(binding.name(), binding.type());
                    before.add(new Statement.Declare(binding.name(), binding.type(), binding.value(), binding.span()));
                }
                labels.add(new Unknown(List.of(), part.span()));
            } else if (part.is("identifier") && part.text().equals("default")) {
                isDefault = true;
            } else {
                labels.add(constant(part, type));
            }
        }
        return isDefault;
    }

    /** A constant; an enum's stands there without its type. */
    private Expression constant(Node node, @Nullable String type) {
        if (!node.is("identifier")) {
            return expressions.of(node);
        }
        Optional<Expression> known = frame.variable(node.text(), node.span());
        if (known.isPresent()) {
            return known.get();
        }
        return type == null
                ? new Unknown(List.of(), node.span())
                : new Member(new Symbol(type, node.span()), node.text(), node.span());
    }

    private Statement guarded(List<Node> guards, Supplier<Statement> body) {
        if (guards.isEmpty()) {
            return body.get();
        }
        return frame.withAhead(() -> {
            Expression test = expressions.of(guards.getFirst());
            return new Statement.If(test, body.get(), Statement.nothing());
        });
    }

    private Statement arm(List<Node> body, @Nullable Function<Expression, Statement> result) {
        List<Statement> done = new ArrayList<>();
        for (Node node : body) {
            List<Node> parts = node.parts();
            if (result != null && node.is("expression_statement") && !parts.isEmpty()) {
                done.add(frame.withAhead(() -> result.apply(expressions.of(parts.getFirst()))));
            } else {
                done.add(statements.of(node));
            }
        }
        return done.size() == 1 ? done.getFirst() : new Statement.Block(done);
    }
}
