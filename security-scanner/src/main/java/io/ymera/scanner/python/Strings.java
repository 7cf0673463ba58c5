package io.ymera.scanner.python;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** String literals, f-strings, and the two older ways to put values into a text that is written out. */
final class Strings {

    private static final int LONGEST = 1024;

    private final Expressions expressions;

    Strings(Expressions expressions) {
        this.expressions = expressions;
    }

    /** A literal, or a text with values in it. */
    Expression lower(Node node) {
        Parts parts = new Parts(node.span());
        if (node.is("concatenated_string")) {
            Lowering.parts(node).forEach(part -> string(part, parts));
        } else {
            string(node, parts);
        }
        return parts.expression();
    }

    private void string(Node node, Parts parts) {
        if (!node.is("string")) {
            parts.add(expressions.lower(node));
            return;
        }
        String prefix = prefix(node);
        for (Node child : node.children()) {
            if (child.is("string_content")) {
                String text = child.text();
                if (prefix.contains("f")) {
                    text = text.replace("{{", "{").replace("}}", "}");
                }
                parts.add(prefix.contains("r") ? text : Escapes.decode(text, prefix.contains("b")));
            } else if (child.is("interpolation")) {
                interpolation(child, parts);
            }
        }
    }

    private static String prefix(Node string) {
        String start = string.child("string_start").map(Node::text).orElse("");
        return start.replace("'", "").replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /** {@code {value=!r:>10}}. */
    private void interpolation(Node node, Parts parts) {
        List<Node> values =
                node.allAt("expression").stream().filter(Node::named).toList();
        if (values.isEmpty()) {
            parts.add(expressions.unknown(node));
            return;
        }
        if (node.has("=")) {
            parts.add(values.getFirst().text() + "=");
        }
        Expression value = expressions.several(values, node);
        String conversion = node.child("type_conversion").map(Node::text).orElse("");
        Optional<Node> specifier = node.child("format_specifier");
        parts.add(Formats.formatted(
                value,
                conversion,
                specifier.map(Node::text).map(text -> text.substring(1)).orElse("")));
    }

    /** Whether it is a literal without values in it. */
    static boolean written(Node node) {
        return switch (node.type()) {
            case "string" -> !prefix(node).contains("f");
            case "concatenated_string" -> Lowering.parts(node).stream().allMatch(Strings::written);
            case "parenthesized_expression" ->
                Lowering.parts(node).size() == 1
                        && !Lowering.parts(node).getFirst().is("parenthesized_expression")
                        && written(Lowering.parts(node).getFirst());
            default -> false;
        };
    }

    /** {@code "…%s" % x}; nothing if the text is not written out, or does not fit what is put in. */
    Optional<Expression> formatted(Node text, Expression right, Span span) {
        if (!written(text)
                || !(expressions.lower(text) instanceof Expression.Literal(Object value, Span place))
                || !(value instanceof String format)) {
            return Optional.empty();
        }
        return Formats.percent(format, place, right, span);
    }

    /** {@code b"\\0" * 16}; nothing if it is no text that is written out, or a long one. */
    static Optional<Expression> repeated(Expression left, Expression right, Span span) {
        return left instanceof Expression.Literal(Object value, Span place)
                        && value instanceof String text
                        && right instanceof Expression.Literal(Object times, Span other)
                        && times instanceof Long count
                        && count > 0
                        && count <= LONGEST
                        && count * text.length() <= LONGEST
                ? Optional.of(new Expression.Literal(text.repeat(count.intValue()), span))
                : Optional.empty();
    }

    /** {@code "…{}".format(x)}; nothing if it does not fit what is put in. */
    Optional<Expression> format(Node text, List<Argument> arguments, Span span) {
        return expressions.lower(text) instanceof Expression.Literal(Object value, Span place)
                        && value instanceof String format
                ? Formats.braces(format, place, arguments, span)
                : Optional.empty();
    }

    /** Parts of a text; literals beside each other become one. */
    static final class Parts {
        private final Span span;
        private final List<Expression> done = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        Parts(Span span) {
            this.span = span;
        }

        void add(String text) {
            open.append(text);
        }

        void add(Expression value) {
            close();
            done.add(value);
        }

        private void close() {
            if (!open.isEmpty()) {
                done.add(new Expression.Literal(open.toString(), span));
                open.setLength(0);
            }
        }

        Expression expression() {
            if (done.isEmpty()) {
                return new Expression.Literal(open.toString(), span);
            }
            close();
            return new Expression.Text(List.copyOf(done), span);
        }
    }
}
