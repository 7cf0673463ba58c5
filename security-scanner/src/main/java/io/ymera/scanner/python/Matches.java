package io.ymera.scanner.python;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code match}: literals are labels; of other patterns is known what their names are bound to, not when they fit. */
final class Matches {

    private final Lowering file;

    Matches(Lowering file) {
        this.file = file;
    }

    Statement lower(Node node) {
        List<Statement> statements = new ArrayList<>();
        Expression value = file.expressions.several(node.allAt("subject"), node);
        Expression subject = value;
        if (!(value instanceof Expression.Name)) {
            String name = "%match:" + node.span().line();
            subject = new Expression.Name(name, value.span());
            statements.add(new Statement.Declare(name, null, value, value.span()));
        }
        List<Statement.Switch.Case> cases = new ArrayList<>();
        for (Node clause : node.at("body").map(Lowering::parts).orElse(List.of())) {
            if (clause.is("case_clause")) {
                cases.add(one(clause, subject));
            }
        }
        statements.add(new Statement.Switch(subject, cases));
        return new Statement.Block(statements);
    }

    private Statement.Switch.Case one(Node clause, Expression subject) {
        List<Expression> labels = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        boolean all = false;
        List<Node> patterns = Lowering.parts(clause).stream()
                .filter(part -> part.is("case_pattern"))
                .toList();
        if (patterns.size() == 1) {
            Node pattern = patterns.getFirst();
            all = irrefutable(pattern);
            labels(pattern, labels);
            bind(pattern, subject, body);
        } else {
            labels.add(Lowering.unknown(clause));
            elements(patterns, subject, body, clause);
        }
        Statement consequence = file.statements.block(clause.at("consequence"));
        Optional<Node> guard =
                clause.at("guard").flatMap(each -> Lowering.parts(each).stream().findFirst());
        if (guard.isPresent()) {
            body.add(new Statement.If(file.expressions.lower(guard.get()), consequence, Statement.nothing()));
            return new Statement.Switch.Case(List.of(Lowering.unknown(clause)), new Statement.Block(body), false);
        }
        body.add(consequence);
        return new Statement.Switch.Case(all ? List.of() : labels, new Statement.Block(body), false);
    }

    private static boolean irrefutable(Node pattern) {
        List<Node> parts = Lowering.parts(pattern);
        return parts.isEmpty() && pattern.text().equals("_")
                || parts.size() == 1
                        && parts.getFirst().is("dotted_name")
                        && Lowering.parts(parts.getFirst()).size() == 1;
    }

    private void labels(Node pattern, List<Expression> labels) {
        List<Node> parts = Lowering.parts(pattern);
        if (parts.isEmpty()) {
            labels.add(Lowering.unknown(pattern));
            return;
        }
        Node inner = parts.getFirst();
        switch (inner.type()) {
            case "union_pattern" -> Lowering.parts(inner).forEach(part -> labels.add(label(part)));
            case "as_pattern" ->
                Lowering.parts(inner).stream()
                        .filter(part -> part.is("case_pattern"))
                        .findFirst()
                        .ifPresentOrElse(
                                part -> file.deeper(
                                        part,
                                        each -> {
                                            labels(each, labels);
                                            return true;
                                        },
                                        each -> labels.add(Lowering.unknown(each))),
                                () -> labels.add(Lowering.unknown(inner)));
            case "integer", "float" -> labels.add(number(pattern, inner));
            default -> labels.add(label(inner));
        }
    }

    private Expression number(Node pattern, Node literal) {
        Expression value = file.expressions.lower(literal);
        boolean negative = pattern.text().startsWith("-");
        return negative && value instanceof Expression.Literal number && number.value() instanceof Long amount
                ? new Expression.Literal(-amount, pattern.span())
                : value;
    }

    private Expression label(Node node) {
        return switch (node.type()) {
            case "string", "concatenated_string", "integer", "float", "true", "false", "none" ->
                file.expressions.lower(node);
            case "dotted_name" ->
                Lowering.parts(node).size() > 1 ? file.expressions.lower(node) : Lowering.unknown(node);
            default -> Lowering.unknown(node);
        };
    }

    /** What a pattern's names become. */
    private void bind(Node pattern, Expression value, List<Statement> body) {
        for (Node part : Lowering.parts(pattern)) {
            file.deeper(
                    part,
                    each -> {
                        bound(each, value, body);
                        return true;
                    },
                    each -> false);
        }
    }

    private void bound(Node node, Expression value, List<Statement> body) {
        switch (node.type()) {
            case "case_pattern", "union_pattern" -> bind(node, value, body);
            case "dotted_name" -> {
                if (Lowering.parts(node).size() == 1) {
                    assign(node, value, body);
                }
            }
            case "as_pattern" -> {
                for (Node part : Lowering.parts(node)) {
                    if (part.is("identifier")) {
                        assign(part, value, body);
                    } else {
                        bound(part, value, body);
                    }
                }
            }
            case "list_pattern", "tuple_pattern" -> elements(Lowering.parts(node), value, body, node);
            case "dict_pattern" -> entries(node, value, body);
            case "class_pattern" -> members(node, value, body);
            default -> {}
        }
    }

    private void elements(List<Node> patterns, Expression value, List<Statement> body, Node around) {
        boolean rest = false;
        for (int i = 0; i < patterns.size(); i++) {
            Node pattern = patterns.get(i);
            @Nullable
            Node splat = pattern.is("splat_pattern")
                    ? pattern
                    : pattern.child("splat_pattern").orElse(null);
            if (splat != null) {
                rest = true;
                splat.child("identifier").ifPresent(name -> assign(name, value, body));
                continue;
            }
            Expression index = rest ? Lowering.unknown(around) : new Expression.Literal((long) i, pattern.span());
            Expression element = new Expression.Element(value, index, pattern.span());
            bind(pattern, element, body);
        }
    }

    private void entries(Node node, Expression value, List<Statement> body) {
        Expression key = Lowering.unknown(node);
        for (Node part : Lowering.parts(node)) {
            if ("key".equals(part.field())) {
                key = file.expressions.lower(part);
            } else if (part.is("splat_pattern")) {
                part.child("identifier").ifPresent(name -> assign(name, value, body));
            } else if (part.is("case_pattern")) {
                bind(part, new Expression.Element(value, key, part.span()), body);
            }
        }
    }

    private void members(Node node, Expression value, List<Statement> body) {
        for (Node part : Lowering.parts(node)) {
            if (!part.is("case_pattern")) {
                continue;
            }
            Optional<Node> keyword = part.child("keyword_pattern");
            if (keyword.isEmpty()) {
                // str(name) is the value itself, a class's positions are not known
                bind(part, new Expression.Unknown(List.of(value), part.span()), body);
                continue;
            }
            List<Node> parts = Lowering.parts(keyword.get());
            if (parts.size() == 2) {
                Span span = part.span();
                bound(
                        parts.get(1),
                        new Expression.Member(value, parts.getFirst().text(), span),
                        body);
            }
        }
    }

    private void assign(Node name, Expression value, List<Statement> body) {
        if (!name.text().equals("_")) {
            body.add(new Statement.Evaluate(
                    new Expression.Assignment(file.expressions.name(name.text(), name.span()), value, name.span())));
        }
    }
}
