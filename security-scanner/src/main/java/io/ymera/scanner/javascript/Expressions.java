package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Expressions. */
final class Expressions {

    /** The object whose members are what a script sees anyway. */
    private static final Set<String> GLOBAL = Set.of("window", "globalThis", "global", "self");
    /** How the common form writes operators. */
    private static final Map<String, String> OPERATORS = Map.of("===", "==", "!==", "!=");
    /** Long sums are no deep ones. */
    private static final Set<String> CHAINED = Set.of("+", "&&", "||", "??");

    /** Methods that give what a request has by a name. */
    private static final Set<String> ASKED = Set.of("get", "header", "param");

    private final Lowering lowering;

    Expressions(Lowering lowering) {
        this.lowering = lowering;
    }

    /** The value of any expression. */
    Expression of(Node node) {
        return lowering.down(() -> plain(node), Lowering.none(node));
    }

    private Expression plain(Node node) {
        Span span = node.span();
        return switch (node.type()) {
            case "identifier",
                    "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern",
                    "undefined",
                    "type_identifier" -> name(node.text(), span);
            case "this" -> new Expression.Name(Expression.Name.THIS, span);
            case "super" -> new Expression.Name(Expression.Name.SUPER, span);
            case "string" -> Lowering.literal(Literals.text(node), span);
            case "number" -> Lowering.literal(Literals.number(node.text()), span);
            case "true" -> Lowering.literal(true, span);
            case "false" -> Lowering.literal(false, span);
            case "null" -> Lowering.literal(null, span);
            case "template_string" -> lowering.collections.template(node);
            case "regex" -> regex(node);
            case "array" -> lowering.collections.list(node);
            case "object" -> lowering.collections.map(node);
            case "member_expression", "nested_identifier" -> member(node);
            case "subscript_expression" -> element(node);
            case "call_expression" -> call(node);
            case "new_expression" -> create(node);
            case "assignment_expression" -> assignment(node);
            case "augmented_assignment_expression" -> augmented(node);
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node);
            case "update_expression" -> update(node, true);
            case "ternary_expression" ->
                new Expression.Conditional(
                        of(place(node, "condition")),
                        of(place(node, "consequence")),
                        of(place(node, "alternative")),
                        span);
            case "sequence_expression" -> new Expression.Operation(",", all(node.parts()), span);
            case "yield_expression" -> new Expression.Operation("yield", all(node.parts()), span);
            case "arrow_function", "function_expression", "generator_function", "function" ->
                lowering.functions.value(node, null);
            case "class" -> lowering.classMaker.value(node, null);
            case "jsx_element", "jsx_self_closing_element", "jsx_fragment" -> lowering.jsx.element(node);
            case "await_expression",
                    "parenthesized_expression",
                    "as_expression",
                    "satisfies_expression",
                    "non_null_expression",
                    "instantiation_expression",
                    "jsx_expression",
                    "template_substitution" -> inner(node, 0);
            // <Type>value
            case "type_assertion" -> inner(node, 1);
            case "import" -> new Expression.Symbol("import", span);
            case "meta_property" -> new Expression.Unknown(List.of(), span);
            default -> unknown(node);
        };
    }

    private Expression unknown(Node node) {
        if (node.is("ERROR")) {
            lowering.incomplete = true;
        }
        return new Expression.Unknown(all(node.parts()), node.span());
    }

    private Expression inner(Node node, int position) {
        List<Node> parts = node.parts();
        return parts.size() > position ? of(parts.get(position)) : Lowering.none(node);
    }

    /** What stands in a place; the node itself, as something unknown, if it was not written. */
    private static Node place(Node node, String place) {
        return node.at(place)
                .orElseGet(() -> node.parts().isEmpty() ? node : node.parts().getLast());
    }

    List<Expression> all(List<Node> nodes) {
        List<Expression> all = new ArrayList<>(nodes.size());
        nodes.forEach(each -> all.add(of(each)));
        return all;
    }

    Expression name(String written, Span span) {
        String found = lowering.scope.find(written);
        if (found != null) {
            return new Expression.Name(found, span);
        }
        return switch (written) {
            case "undefined" -> Lowering.literal(null, span);
            case "NaN" -> Lowering.literal(Double.NaN, span);
            case "exports" -> new Expression.Name(Expression.Name.EXPORTS, span);
            case "arguments" -> {
                lowering.scope.function.arguments = true;
                yield new Expression.Name(written, span);
            }
            default -> new Expression.Name(written, span);
        };
    }

    private static Expression regex(Node node) {
        Span span = node.span();
        String pattern = node.at("pattern").map(Node::text).orElse("");
        String flags = node.at("flags").map(Node::text).orElse("");
        return new Expression.New(
                new Expression.Symbol("RegExp", span),
                List.of(Argument.of(Lowering.literal(pattern, span)), Argument.of(Lowering.literal(flags, span))),
                null,
                span);
    }

    private Expression member(Node node) {
        Node object = place(node, "object");
        String name = node.at("property").map(Node::text).orElse("");
        Span span = node.span();
        if (object.is("identifier") && lowering.scope.find(object.text()) == null) {
            if (object.text().equals("module") && name.equals("exports")) {
                return new Expression.Name(Expression.Name.EXPORTS, span);
            }
            if (GLOBAL.contains(object.text()) && !name.startsWith("#")) {
                return name(name, span);
            }
        }
        Expression of = of(object);
        boolean interop =
                name.equals(Conventions.DEFAULT) && of instanceof Expression.Symbol symbol && !Paths.own(symbol.path());
        return interop ? of : Idioms.text(read(new Expression.Member(of, name, span)));
    }

    /** The same, said to stand where it was first read. */
    private Expression.Member read(Expression.Member member) {
        String path = path(member);
        int dot = path.indexOf('.');
        return dot <= 0
                ? member
                : new Expression.Member(
                        member.object(),
                        member.name(),
                        lowering.scope.first(path.substring(0, dot), path, member.span()));
    }

    /** A variable and its members, or nothing if it is anything else. */
    private static String path(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.name();
            case Expression.Member member -> {
                String object = path(member.object());
                yield object.isEmpty() ? "" : object + "." + member.name();
            }
            default -> "";
        };
    }

    /** {@code request.get('name')}: the same each time. */
    private Span asked(Expression callee, List<Argument> arguments, Span span) {
        boolean again = callee instanceof Expression.Member(var skipped101, String name, var skipped102)
                && ASKED.contains(name)
                && arguments.size() == 1
                && arguments.getFirst().value() instanceof Expression.Literal;
        String path = again ? path(callee) : "";
        return path.isEmpty()
                ? span
                : lowering.scope.first(
                        path.substring(0, path.indexOf('.')),
                        path + "(" + ((Expression.Literal) arguments.getFirst().value()).value() + ")",
                        span);
    }

    private Expression element(Node node) {
        Expression object = of(place(node, "object"));
        Expression index = of(place(node, "index"));
        return index instanceof Expression.Literal literal && literal.value() instanceof String name
                ? new Expression.Member(object, name, node.span())
                : new Expression.Element(object, index, node.span());
    }

    private Expression call(Node node) {
        Node callee = place(node, "function");
        Span span = node.span();
        Node given = place(node, "arguments");
        if (given.is("template_string")) {
            return new Expression.Call(of(callee), lowering.collections.tagged(given), span);
        }
        if (callee.is("import") || callee.is("identifier") && callee.text().equals("require")) {
            Expression imported = lowering.modules.imported(callee, given);
            if (imported != null) {
                return imported;
            }
        }
        if (callee.is("super")) {
            Expression constructor = new Expression.Member(of(callee), FunctionDeclaration.CONSTRUCTOR, callee.span());
            return new Expression.Call(constructor, arguments(given), span);
        }
        boolean keeper = callee.is("identifier") && callee.text().equals(lowering.scope.function.keeper);
        Expression function = keeper ? new Expression.Symbol("%kept-as", callee.span()) : of(callee);
        List<Argument> arguments = arguments(given);
        Expression plain = lowering.idioms.call(function, arguments, span);
        return plain != null ? plain : new Expression.Call(function, arguments, asked(function, arguments, span));
    }

    private Expression create(Node node) {
        List<Argument> arguments = node.at("arguments").map(this::arguments).orElse(List.of());
        Expression type = of(place(node, "constructor"));
        Expression promised = lowering.idioms.create(type, arguments, node.span());
        return promised != null ? promised : new Expression.New(type, arguments, null, node.span());
    }

    /** What a call, an element or a decorator is given. */
    List<Argument> arguments(Node node) {
        List<Argument> arguments = new ArrayList<>();
        for (Node part : node.parts()) {
            boolean spread = part.is("spread_element");
            arguments.add(new Argument(null, spread ? inner(part, 0) : of(part), spread));
        }
        return arguments;
    }

    private Expression assignment(Node node) {
        Node left = place(node, "left");
        Node right = place(node, "right");
        String name =
                switch (left.type()) {
                    case "identifier" -> left.text();
                    case "member_expression" ->
                        left.at("property").map(Node::text).orElse(null);
                    default -> null;
                };
        boolean all = "exports".equals(name) && left.text().equals("module.exports");
        Expression value = lowering.statements.named(right, all ? Conventions.DEFAULT : name);
        if (all) {
            lowering.modules.assigned(right);
        }
        if (node.has("using")) {
            lowering.declare(lowering.name(left.text()), null, null, left.span());
        }
        if (left.is("identifier") && left.text().equals("location") || left.is("member_expression")) {
            Expression place = of(left);
            if (place instanceof Expression.Name(String global, Span at) && global.equals("location")) {
                return new Expression.Assignment(new Expression.Member(place, "href", at), value, node.span());
            }
        }
        return lowering.watched.assignment(
                left, value, lowering.patterns.assign(left, value, node.span()), node.span());
    }

    private Expression augmented(Node node) {
        String written = node.at("operator").map(Node::text).orElse("=");
        String operator = written.substring(0, written.length() - 1);
        Expression target = of(place(node, "left"));
        Expression value = new Expression.Operation(operator, List.of(target, of(place(node, "right"))), node.span());
        return lowering.patterns.assign(target, value, node.span());
    }

    /** Sums and the like of many parts are read from the left without going down for each. */
    private Expression binary(Node node) {
        String operator = operator(node);
        Deque<Node> operands = new ArrayDeque<>();
        Node left = node;
        do {
            operands.addFirst(place(left, "right"));
            left = place(left, "left");
        } while (CHAINED.contains(operator)
                && left.is("binary_expression")
                && operator(left).equals(operator));
        operands.addFirst(left);
        List<Expression> values = all(List.copyOf(operands));
        Expression plain =
                values.size() == 2 ? Idioms.comparison(operator, values.get(0), values.get(1), node.span()) : null;
        return plain != null ? plain : new Expression.Operation(operator, values, node.span());
    }

    private static String operator(Node node) {
        String written = node.at("operator").map(Node::text).orElse("");
        return OPERATORS.getOrDefault(written, written);
    }

    private Expression unary(Node node) {
        Span span = node.span();
        Expression operand = of(place(node, "argument"));
        return switch (operator(node)) {
            case "void" -> new Expression.Operation(",", List.of(operand, Lowering.literal(null, span)), span);
            // Which one is gone nobody knows if its key is not: then nothing is said
            case "delete" ->
                operand instanceof Expression.Member
                                || operand
                                        instanceof
                                        Expression.Element(var skipped1, Expression.Literal skipped2, var skipped3)
                        ? new Expression.Assignment(operand, Lowering.literal(null, span), span)
                        : new Expression.Unknown(List.of(operand), span);
            default -> new Expression.Operation(operator(node), List.of(operand), span);
        };
    }

    /**
     * {@code x++} and the like.
     *
     * @param used whether the value counts, which is the old one if the operator stands behind
     */
    Expression update(Node node, boolean used) {
        Span span = node.span();
        String operator = operator(node).startsWith("-") ? "-" : "+";
        Expression target = of(place(node, "argument"));
        Expression one = Lowering.literal(1L, span);
        Expression now =
                lowering.patterns.assign(target, new Expression.Operation(operator, List.of(target, one), span), span);
        boolean behind =
                !node.children().isEmpty() && node.children().getFirst().named();
        return used && behind
                ? new Expression.Operation(operator.equals("-") ? "+" : "-", List.of(now, one), span)
                : now;
    }
}
