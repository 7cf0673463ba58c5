package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Collection.Kind;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;

/** Lists, objects and templates that are written out. */
final class Collections {

    /** By this member rules know an object that is written out: what is sent as JSON is no HTML, for example. */
    static final String OBJECT = "%object";

    private final Lowering lowering;

    Collections(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression list(Node node) {
        List<Expression.Collection.Entry> entries = new ArrayList<>();
        boolean gap = true;
        for (Node child : node.children()) {
            if (child.is(",") || child.is("]")) {
                if (gap && child.is(",")) {
                    entries.add(entry(null, Lowering.literal(null, child.span())));
                }
                gap = true;
            } else if (child.named() && !child.type().endsWith("comment")) {
                entries.add(child.is("spread_element") ? spread(child) : entry(null, lowering.expressions.of(child)));
                gap = false;
            }
        }
        return new Expression.Collection(Kind.LIST, entries, node.span());
    }

    Expression map(Node node) {
        List<Expression.Collection.Entry> entries = new ArrayList<>();
        for (Node part : node.parts()) {
            switch (part.type()) {
                case "pair" -> {
                    Node key = part.at("key").orElse(part);
                    Expression name = key(key);
                    lowering.members.addLast(key.text());
                    Expression value =
                            part.at("value").map(each -> named(each, key)).orElse(name);
                    lowering.members.removeLast();
                    entries.add(entry(name, key.text().equals("$eq") ? plain(value, part.span()) : value));
                }
                case "shorthand_property_identifier" ->
                    entries.add(entry(Lowering.literal(part.text(), part.span()), lowering.expressions.of(part)));
                case "spread_element" -> entries.add(spread(part));
                case "method_definition" -> method(part, entries);
                default -> entries.add(new Expression.Collection.Entry(null, lowering.expressions.of(part), true));
            }
        }
        entries.add(entry(Lowering.literal(OBJECT, node.span()), Lowering.literal(true, node.span())));
        return new Expression.Collection(Kind.MAP, entries, node.span());
    }

    /** In a query of MongoDB, what is behind {@code $eq} is a value and never an operator. */
    private static Expression plain(Expression value, Span span) {
        return new Expression.Call(new Expression.Symbol("%plain", span), List.of(Argument.of(value)), span);
    }

    private void method(Node node, List<Expression.Collection.Entry> entries) {
        Node name = node.at("name").orElse(node);
        lowering.members.addLast(name.text());
        Expression function = lowering.functions.value(node, name.text());
        lowering.members.removeLast();
        // What is read through a getter is what it gives back; a setter gives nothing
        Expression value = node.has("get") ? new Expression.Call(function, List.of(), node.span()) : function;
        if (!node.has("set")) {
            entries.add(entry(key(name), value));
        }
    }

    private Expression named(Node value, Node key) {
        return switch (value.type()) {
            case "arrow_function", "function_expression", "generator_function" ->
                lowering.functions.value(value, key.named() && !key.is("computed_property_name") ? key.text() : null);
            default -> lowering.expressions.of(value);
        };
    }

    /** The name of a property: a literal, or what stands in brackets. */
    Expression key(Node node) {
        return switch (node.type()) {
            case "computed_property_name" ->
                node.parts().isEmpty()
                        ? Lowering.none(node)
                        : lowering.expressions.of(node.parts().getFirst());
            case "string" -> Lowering.literal(Literals.text(node), node.span());
            case "number" -> Lowering.literal(String.valueOf(Literals.number(node.text())), node.span());
            default -> Lowering.literal(node.text(), node.span());
        };
    }

    private Expression.Collection.Entry spread(Node node) {
        Expression value = node.parts().isEmpty()
                ? Lowering.none(node)
                : lowering.expressions.of(node.parts().getFirst());
        return new Expression.Collection.Entry(null, value, true);
    }

    private static Expression.Collection.Entry entry(
            @org.jspecify.annotations.Nullable Expression key, Expression value) {
        return new Expression.Collection.Entry(key, value, false);
    }

    /** A template: a literal if nothing is put in. */
    Expression template(Node node) {
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node child : node.children()) {
            if (child.is("template_substitution")) {
                flush(text, node.span(), parts);
                parts.add(lowering.expressions.of(child));
            } else {
                Literals.append(text, child);
            }
        }
        if (parts.isEmpty()) {
            return Lowering.literal(text.toString(), node.span());
        }
        flush(text, node.span(), parts);
        return parts.size() == 1
                ? new Expression.Call(
                        new Expression.Symbol("String", node.span()),
                        List.of(Argument.of(parts.getFirst())),
                        node.span())
                : new Expression.Text(parts, node.span());
    }

    private static void flush(StringBuilder text, Span span, List<Expression> parts) {
        if (!text.isEmpty()) {
            parts.add(Lowering.literal(text.toString(), span));
            text.setLength(0);
        }
    }

    /** What a tag is given: the list of the literal parts, then the values. */
    List<Argument> tagged(Node node) {
        List<Expression.Collection.Entry> literals = new ArrayList<>();
        List<Argument> arguments = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node child : node.children()) {
            if (child.is("template_substitution")) {
                literals.add(entry(null, Lowering.literal(text.toString(), node.span())));
                text.setLength(0);
                arguments.add(Argument.of(lowering.expressions.of(child)));
            } else {
                Literals.append(text, child);
            }
        }
        literals.add(entry(null, Lowering.literal(text.toString(), node.span())));
        arguments.addFirst(Argument.of(new Expression.Collection(Kind.LIST, literals, node.span())));
        return arguments;
    }
}
