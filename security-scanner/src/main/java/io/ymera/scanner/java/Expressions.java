package io.ymera.scanner.java;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Assignment;
import io.ymera.scanner.ir.Expression.Call;
import io.ymera.scanner.ir.Expression.Collection;
import io.ymera.scanner.ir.Expression.Conditional;
import io.ymera.scanner.ir.Expression.Element;
import io.ymera.scanner.ir.Expression.Literal;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.Operation;
import io.ymera.scanner.ir.Expression.Symbol;
import io.ymera.scanner.ir.Expression.Unknown;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expressions of one method. */
final class Expressions {

    /** Of an array whose elements are told apart. */
    private static final int MOST_ELEMENTS = 32;
    /** Under this name, rules find how many elements an array gets. */
    private static final String ARRAY = "%array";

    private final FileContext file;
    private final Frame frame;
    private final Statements statements;
    private final Qualified names;
    private final Patterns patterns;

    Expressions(FileContext file, Frame frame, Statements statements) {
        this.file = file;
        this.frame = frame;
        this.statements = statements;
        this.names = new Qualified(file.types(), frame, this);
        this.patterns = new Patterns(file.types(), frame, this);
    }

    Patterns patterns() {
        return patterns;
    }

    /** Any expression. */
    Expression of(Node node) {
        return file.deeper(
                node.is("lambda_expression") ? 3 : 1, () -> shallow(node), () -> new Unknown(List.of(), node.span()));
    }

    /** One whose value nobody takes. */
    Expression effect(Node node) {
        return node.is("update_expression") ? update(node, true) : of(node);
    }

    private Expression shallow(Node node) {
        if (Literals.isLiteral(node)) {
            return Literals.of(node);
        }
        return switch (node.type()) {
            case "identifier", "field_access", "scoped_identifier" -> names.of(node);
            case "this" -> new Name(Name.THIS, node.span());
            case "super" -> new Name(Name.SUPER, node.span());
            case "parenthesized_expression" -> first(node);
            case "method_invocation" -> call(node);
            case "object_creation_expression" -> creation(node);
            case "array_creation_expression" -> array(node);
            case "array_initializer", "element_value_array_initializer" -> list(node);
            case "array_access" -> new Element(at(node, "array"), at(node, "index"), node.span());
            case "assignment_expression" -> assignment(node);
            case "update_expression" -> update(node, false);
            case "binary_expression" -> binary(node);
            case "unary_expression" -> new Operation(sign(node), List.of(at(node, "operand")), node.span());
            case "ternary_expression" ->
                new Conditional(at(node, "condition"), at(node, "consequence"), at(node, "alternative"), node.span());
            case "instanceof_expression" -> patterns.test(node);
            case "cast_expression" -> at(node, "value");
            case "lambda_expression" -> lambda(node);
            case "method_reference" -> new References(file.types(), this).of(node);
            case "class_literal" -> new Member(typeSymbol(node.parts().getFirst()), "class", node.span());
            case "switch_expression" -> switched(node);
            case "template_expression" -> template(node);
            case "annotation", "marker_annotation" -> annotation(node);
            default -> unknown(node);
        };
    }

    private Expression at(Node node, String place) {
        return node.at(place).map(this::of).orElseGet(() -> new Unknown(List.of(), node.span()));
    }

    private Expression first(Node node) {
        List<Node> parts = node.parts();
        return parts.size() == 1 ? of(parts.getFirst()) : unknown(node);
    }

    Expression unknown(Node node) {
        List<Expression> parts = new ArrayList<>();
        for (Node part : node.parts()) {
            parts.add(of(part));
        }
        return new Unknown(parts, node.span());
    }

    Expression typeSymbol(Node type) {
        String name = frame.type(type);
        return new Symbol(name == null ? TypeNames.dotted(type) : name, type.span());
    }

    private static String sign(Node node) {
        return node.at("operator").map(Node::type).orElse("?");
    }

    List<Argument> arguments(Node node) {
        List<Argument> all = new ArrayList<>();
        node.at("arguments").ifPresent(list -> {
            for (Node part : list.parts()) {
                all.add(Argument.of(of(part)));
            }
        });
        return all;
    }

    private Expression call(Node node) {
        String name = node.at("name").map(Node::text).orElse("");
        Optional<Node> object = node.at("object");
        Expression callee;
        if (object.isEmpty()) {
            callee = frame.method(name, node.at("name").map(Node::span).orElse(node.span()));
        } else if (!object.get().is("super") && node.has("super")) {
            callee = new Member(new Name(Name.SUPER, object.get().span()), name, node.span());
        } else {
            callee = new Member(receiver(object.get()), name, spanToName(node));
        }
        return new Call(callee, arguments(node), node.span());
    }

    private static Span spanToName(Node call) {
        Span all = call.span();
        Span name = call.at("name").map(Node::span).orElse(all);
        return new Span(all.line(), all.column(), name.endLine(), name.endColumn());
    }

    /** What a method is called on. A cast says its type, so the value goes through a variable that has it. */
    private Expression receiver(Node node) {
        Node inner = node;
        while (inner.is("parenthesized_expression") && inner.parts().size() == 1) {
            inner = inner.parts().getFirst();
        }
        String type =
                inner.is("cast_expression") ? inner.at("type").map(frame::type).orElse(null) : null;
        if (type == null) {
            return of(node);
        }
        Span span = inner.span();
        String name = "%cast:" + span.line() + ":" + span.column();
        frame.ahead(new Statement.Declare(name, type, null, span));
        Expression variable = new Name(name, span);
        return new Operation(",", List.of(new Assignment(variable, of(inner), span), variable), span);
    }

    private Expression creation(Node node) {
        Expression type = node.at("type").map(this::typeSymbol).orElseGet(() -> new Unknown(List.of(), node.span()));
        List<Argument> arguments = arguments(node);
        Optional<Node> body = node.child("class_body");
        return new Expression.New(
                type,
                arguments,
                body.map(all -> new Classes(file).anonymous(all, node.at("type").orElse(null), frame, node.span()))
                        .orElse(null),
                node.span());
    }

    /** {@code new String[2]} has two elements from the start, so that what is put into one is not in the other. */
    private Expression array(Node node) {
        Optional<Node> value = node.at("value");
        if (value.isPresent()) {
            return of(value.get());
        }
        List<Collection.Entry> entries = new ArrayList<>();
        List<Node> sizes = node.allAt("dimensions").stream()
                .filter(part -> part.is("dimensions_expr"))
                .toList();
        if (sizes.size() == 1
                && !node.at("type")
                        .map(type -> type.type().endsWith("integral_type"))
                        .orElse(true)) {
            Expression size = first(sizes.getFirst());
            if (size instanceof Literal literal && literal.value() instanceof Long count && count <= MOST_ELEMENTS) {
                for (int i = 0; i < count; i++) {
                    entries.add(new Collection.Entry(null, new Literal(null, node.span()), false));
                }
            }
        }
        Collection made = new Collection(Collection.Kind.LIST, entries, node.span());
        boolean counted = entries.isEmpty() && sizes.size() == 1 && !(first(sizes.getFirst()) instanceof Literal);
        // How many elements it has is for rules to look at
        return counted
                ? new Operation(
                        ",",
                        List.of(
                                new Call(
                                        new Symbol(ARRAY, node.span()),
                                        List.of(Argument.of(first(sizes.getFirst()))),
                                        node.span()),
                                made),
                        node.span())
                : made;
    }

    private Expression list(Node node) {
        List<Collection.Entry> entries = new ArrayList<>();
        for (Node part : node.parts()) {
            entries.add(new Collection.Entry(null, of(part), false));
        }
        return new Collection(Collection.Kind.LIST, entries, node.span());
    }

    private Expression assignment(Node node) {
        Expression target = at(node, "left");
        String sign = sign(node);
        Expression value = at(node, "right");
        if (!sign.equals("=")) {
            String operator = sign.substring(0, sign.length() - 1);
            value = new Operation(operator, List.of(at(node, "left"), value), node.span());
        }
        return new Assignment(target, value, node.span());
    }

    private Expression update(Node node, boolean unused) {
        List<Node> parts = node.parts();
        if (parts.size() != 1) {
            return unknown(node);
        }
        boolean before = !node.children().getFirst().named();
        String sign = node.has("++") ? "+" : "-";
        Expression one = new Literal(1L, node.span());
        Expression changed = new Assignment(
                of(parts.getFirst()),
                new Operation(sign, List.of(of(parts.getFirst()), one), node.span()),
                node.span());
        // The value of i++ is the old one
        return before || unused
                ? changed
                : new Operation(sign.equals("+") ? "-" : "+", List.of(changed, one), node.span());
    }

    /** Long chains of one operator lean to the left; they become one operation. */
    private Expression binary(Node node) {
        String operator = sign(node);
        boolean joins = operator.equals("+") || operator.equals("&&") || operator.equals("||");
        List<Node> operands = new ArrayList<>();
        Node left = node;
        while (left.is("binary_expression") && sign(left).equals(operator) && (joins || left == node)) {
            Optional<Node> right = left.at("right");
            Optional<Node> next = left.at("left");
            if (right.isEmpty() || next.isEmpty()) {
                return unknown(node);
            }
            operands.add(right.get());
            left = next.get();
        }
        operands.add(left);
        return new Operation(
                operator, operands.reversed().stream().map(this::of).toList(), node.span());
    }

    private Expression lambda(Node node) {
        FunctionDeclaration declaration = frame.inBlock(() -> frame.yielding(null, () -> {
            var parameters = new Parameters(file, frame).ofLambda(node);
            Statement body = node.at("body")
                    .map(all -> all.is("block")
                            ? statements.of(all)
                            : frame.withAhead(() -> statements.returned(all, node.span())))
                    .orElseGet(Statement::nothing);
            return new FunctionDeclaration(
                    FunctionDeclaration.LAMBDA + node.span().line(),
                    parameters,
                    body,
                    null,
                    List.of(),
                    false,
                    false,
                    node.span());
        }));
        return new Expression.Function(declaration, node.span());
    }

    /** A switch in the midst of an expression: a function that is called at once. */
    private Expression switched(Node node) {
        Statement body = frame.inBlock(() -> frame.withAhead(() -> statements.returned(node, node.span())));
        FunctionDeclaration declaration = new FunctionDeclaration(
                FunctionDeclaration.LAMBDA + node.span().line(),
                List.of(),
                body,
                null,
                List.of(),
                false,
                false,
                node.span());
        return new Call(new Expression.Function(declaration, node.span()), List.of(), node.span());
    }

    private Expression template(Node node) {
        List<Expression> parts = new ArrayList<>();
        node.at("template_argument").ifPresent(text -> {
            for (Node part : text.parts()) {
                parts.add(part.is("string_interpolation") ? first(part) : new Literal(part.text(), part.span()));
            }
        });
        return new Expression.Text(parts, node.span());
    }

    private Expression annotation(Node node) {
        var made = new Annotations(file.types(), this).of(node, frame.owner());
        return new Call(new Symbol(made.name(), node.span()), made.arguments(), node.span());
    }

    @Nullable
    String typeOf(Node subject) {
        return subject.is("identifier") ? frame.typeOfVariable(subject.text()) : null;
    }
}
