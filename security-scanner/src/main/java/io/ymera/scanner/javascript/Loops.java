package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops and {@code switch}. */
final class Loops {

    private final Lowering lowering;

    Loops(Lowering lowering) {
        this.lowering = lowering;
    }

    static boolean isLoop(Node node) {
        return switch (node.type()) {
            case "for_statement", "for_in_statement", "while_statement", "do_statement" -> true;
            default -> false;
        };
    }

    /** A loop, with what must come before it. The label is that of the loop alone. */
    void loop(Node node, @Nullable String label) {
        lowering.add(unwrapped(lowering.block(lowering.scope.block(), () -> {
            Statement loop =
                    switch (node.type()) {
                        case "for_statement" -> counting(node);
                        case "for_in_statement" -> each(node);
                        default -> simple(node);
                    };
            lowering.add(label == null ? loop : new Statement.Labelled(label, loop));
        })));
    }

    private static Statement unwrapped(Statement.Block block) {
        return block.statements().size() == 1 ? block.statements().getFirst() : block;
    }

    private Statement body(Node node) {
        return node.at("body").map(lowering.statements::block).orElseGet(() -> new Statement.Block(List.of()));
    }

    private @Nullable Expression test(Node node) {
        return node.at("condition")
                .filter(test -> test.named() && !test.is("empty_statement"))
                .map(test -> test.is("expression_statement") && !test.parts().isEmpty()
                        ? test.parts().getFirst()
                        : test)
                .map(lowering.expressions::of)
                .orElse(null);
    }

    private Statement simple(Node node) {
        Expression test = test(node);
        return new Statement.Loop(test, body(node), Statement.nothing(), node.is("do_statement"));
    }

    private Statement counting(Node node) {
        node.at("initializer").ifPresent(start -> {
            switch (start.type()) {
                case "lexical_declaration", "variable_declaration" -> {
                    if (start.is("lexical_declaration")) {
                        Hoisted.names(List.of(start)).forEach(lowering.scope::declare);
                    }
                    lowering.statements.variables(start);
                }
                case "expression_statement" -> start.parts().forEach(lowering.statements::expression);
                case "empty_statement" -> {}
                default -> lowering.statements.expression(start);
            }
        });
        Expression test = test(node);
        Statement update = lowering.block(
                lowering.scope.block(), () -> node.at("increment").ifPresent(lowering.statements::expression));
        return new Statement.Loop(test, body(node), update, false);
    }

    private Statement each(Node node) {
        Node left = node.at("left").orElse(node);
        Expression iterable = node.at("right").map(lowering.expressions::of).orElseGet(() -> Lowering.none(node));
        boolean keys = node.at("operator").filter(operator -> operator.is("in")).isPresent();
        String kind = node.at("kind").map(Node::text).orElse("");
        boolean declares = !kind.isEmpty() && !kind.equals("var");
        if (declares) {
            Patterns.names(left).forEach(lowering.scope::declare);
        }
        Expression target;
        List<Statement> first = new ArrayList<>();
        if (Patterns.isPattern(left)) {
            Expression.Name all = new Expression.Name(lowering.scope.function.temporary(), left.span());
            target = all;
            first.addAll(lowering.block(lowering.scope, () -> {
                        if (declares) {
                            lowering.patterns.declare(left, null, all);
                        } else {
                            lowering.add(new Statement.Evaluate(lowering.patterns.assign(left, all, left.span())));
                        }
                    })
                    .statements());
        } else {
            target = lowering.expressions.of(left);
        }
        if (target instanceof Expression.Name name && (declares || !first.isEmpty())) {
            lowering.declare(name.name(), null, null, left.span());
        }
        first.add(body(node));
        Statement body = first.size() == 1 ? first.getFirst() : new Statement.Block(first);
        return new Statement.ForEach(target, iterable, keys, body);
    }

    void choice(Node node) {
        Expression subject = node.at("value").map(lowering.expressions::of).orElseGet(() -> Lowering.none(node));
        List<Node> cases = node.at("body").map(Node::parts).orElse(List.of());
        lowering.add(unwrapped(lowering.block(lowering.scope.block(), () -> {
            for (Node each : cases) {
                Hoisted.ofBlock(each.allAt("body")).forEach(lowering.scope::declare);
            }
            List<Statement.Switch.Case> all = new ArrayList<>();
            List<Expression> labels = new ArrayList<>();
            for (Node each : cases) {
                each.at("value").map(lowering.expressions::of).ifPresent(labels::add);
                List<Node> statements =
                        each.allAt("body").stream().filter(Node::named).toList();
                boolean more = statements.isEmpty() && each.is("switch_case") && each != cases.getLast();
                if (!more) {
                    boolean preset = each.is("switch_default");
                    if (preset && !labels.isEmpty()) {
                        all.add(new Statement.Switch.Case(List.copyOf(labels), Statement.nothing(), true));
                    }
                    Statement body = lowering.block(lowering.scope, () -> lowering.statements.body(statements));
                    all.add(new Statement.Switch.Case(preset ? List.of() : List.copyOf(labels), body, true));
                    labels.clear();
                }
            }
            lowering.add(new Statement.Switch(subject, all));
        })));
    }
}
