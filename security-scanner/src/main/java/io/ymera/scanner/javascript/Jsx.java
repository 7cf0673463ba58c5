package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Collection.Entry;
import io.ymera.scanner.ir.Expression.Collection.Kind;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Elements of JSX: those of HTML are calls of {@code %jsx} with the tag, the attributes as a map, then the children; those of components are calls of the
 * component with the attributes, among them {@code children}.
 */
final class Jsx {

    private static final String ELEMENT = "%jsx";

    private final Lowering lowering;

    Jsx(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression element(Node node) {
        Node head = node.at("open_tag").orElse(node);
        List<Entry> attributes = new ArrayList<>();
        for (Node each : head.allAt("attribute")) {
            attribute(each, attributes);
        }
        List<Expression> children = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.field() == null && head != node) {
                child(child, children);
            }
        }
        Span span = node.span();
        Node name = head.at("name").orElse(null);
        String tag = name == null ? "" : name.text();
        if (name != null && component(name)) {
            if (!children.isEmpty()) {
                Expression all = children.size() == 1 ? children.getFirst() : list(children, span);
                attributes.add(new Entry(Lowering.literal("children", span), all, false));
            }
            Expression map = new Expression.Collection(Kind.MAP, attributes, head.span());
            return new Expression.Call(lowering.expressions.of(name), List.of(Argument.of(map)), span);
        }
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.of(Lowering.literal(tag, span)));
        arguments.add(Argument.of(new Expression.Collection(Kind.MAP, attributes, head.span())));
        children.forEach(child -> arguments.add(Argument.of(child)));
        return new Expression.Call(new Expression.Symbol(ELEMENT, span), arguments, span);
    }

    private static Expression list(List<Expression> values, Span span) {
        return new Expression.Collection(
                Kind.LIST,
                values.stream().map(value -> new Entry(null, value, false)).toList(),
                span);
    }

    private static boolean component(Node name) {
        return name.is("member_expression")
                || name.is("nested_identifier")
                || name.is("identifier") && Character.isUpperCase(name.text().charAt(0));
    }

    private void attribute(Node node, List<Entry> attributes) {
        List<Node> parts = node.parts();
        if (parts.isEmpty()) {
            return;
        }
        if (node.is("jsx_expression")) {
            Node inner = parts.getFirst();
            Node value = inner.is("spread_element") && !inner.parts().isEmpty()
                    ? inner.parts().getFirst()
                    : inner;
            attributes.add(new Entry(null, lowering.expressions.of(value), true));
            return;
        }
        Expression name =
                Lowering.literal(parts.getFirst().text(), parts.getFirst().span());
        Expression value =
                parts.size() > 1 ? lowering.expressions.of(parts.get(1)) : Lowering.literal(true, node.span());
        attributes.add(new Entry(name, value, false));
    }

    private void child(Node node, List<Expression> children) {
        switch (node.type()) {
            case "jsx_text", "html_character_reference" -> {
                String text = node.text().strip();
                if (!text.isEmpty()) {
                    children.add(Lowering.literal(text, node.span()));
                }
            }
            case "jsx_expression" ->
                node.parts()
                        .forEach(part -> children.add(lowering.expressions.of(
                                part.is("spread_element") && !part.parts().isEmpty()
                                        ? part.parts().getFirst()
                                        : part)));
            case "jsx_element", "jsx_self_closing_element", "jsx_fragment" ->
                children.add(lowering.expressions.of(node));
            default -> {}
        }
    }
}
