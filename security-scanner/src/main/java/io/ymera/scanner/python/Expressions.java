package io.ymera.scanner.python;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expressions, and what may stand left of {@code =}. */
final class Expressions {

    private static final Map<String, String> OPERATORS =
            Map.of("and", "&&", "or", "||", "//", "/", "is", "==", "is not", "!=", "<>", "!=");

    private final Lowering file;
    private final Strings strings;
    private final Calls calls;

    Expressions(Lowering file) {
        this.file = file;
        strings = new Strings(this);
        calls = new Calls(file, this, strings);
    }

    /** An expression's common form. */
    Expression lower(Node node) {
        Node plain = node;
        while (plain.is("parenthesized_expression") || plain.is("type")) {
            List<Node> parts = Lowering.parts(plain);
            if (parts.size() != 1) {
                return unknown(plain);
            }
            plain = parts.getFirst();
        }
        return file.deeper(plain, this::plain, Lowering::unknown);
    }

    /** One that may be missing in what is broken. */
    Expression lower(Optional<Node> node, Node around) {
        return node.isPresent() ? lower(node.get()) : Lowering.unknown(around);
    }

    private Expression plain(Node node) {
        Span span = node.span();
        return switch (node.type()) {
            case "identifier" -> name(node.text(), span);
            case "dotted_name" -> dotted(node);
            case "string", "concatenated_string" -> strings.lower(node);
            case "integer" -> new Expression.Literal(Numbers.integer(node.text()), span);
            case "float" -> new Expression.Literal(Numbers.real(node.text()), span);
            case "true" -> new Expression.Literal(true, span);
            case "false" -> new Expression.Literal(false, span);
            case "none" -> new Expression.Literal(null, span);
            case "attribute" -> attribute(node);
            case "subscript" -> subscript(node);
            case "call" -> calls.lower(node);
            case "list", "list_pattern" -> collection(Expression.Collection.Kind.LIST, node);
            case "set" -> collection(Expression.Collection.Kind.SET, node);
            case "tuple", "expression_list", "pattern_list", "tuple_pattern" ->
                collection(Expression.Collection.Kind.TUPLE, node);
            case "dictionary" -> dictionary(node);
            case "list_comprehension", "generator_expression" -> comprehension(Expression.Collection.Kind.LIST, node);
            case "set_comprehension" -> comprehension(Expression.Collection.Kind.SET, node);
            case "dictionary_comprehension" -> comprehension(Expression.Collection.Kind.MAP, node);
            case "lambda" -> lambda(node);
            case "conditional_expression" -> conditional(node);
            case "named_expression" ->
                new Expression.Assignment(target(node.at("name"), node), lower(node.at("value"), node), span);
            case "assignment" -> assignment(node);
            case "augmented_assignment" -> augmented(node);
            case "binary_operator", "boolean_operator" -> operators(node);
            case "unary_operator" -> unary(node);
            case "not_operator" -> operation("!", span, lower(node.at("argument"), node));
            case "comparison_operator" -> comparison(node);
            case "await" -> lower(Lowering.parts(node).stream().findFirst(), node);
            case "yield" -> yielded(node);
            case "as_pattern" -> lower(Lowering.parts(node).stream().findFirst(), node);
            case "keyword_argument" -> lower(node.at("value"), node);
            default -> unknown(node);
        };
    }

    /** A name as a variable, the object of a method, a variable of the class around it, or what was brought by {@code import *}. */
    Expression name(String name, Span span) {
        @Nullable Scope home = file.scope().of(name);
        if (home == null) {
            String symbol = file.globals.named(name);
            return symbol.equals(name) ? variable(name, span) : new Expression.Symbol(symbol, span);
        }
        return switch (home.kind) {
            case CLASS -> new Expression.Member(new Expression.Symbol(home.path, span), name, span);
            case FUNCTION ->
                name.equals(home.receiver) ? new Expression.Name(Expression.Name.THIS, span) : variable(name, span);
            case MODULE -> variable(name, span);
        };
    }

    private static Expression variable(String name, Span span) {
        return new Expression.Name(Lowering.variable(name), span);
    }

    private Expression dotted(Node node) {
        String[] names = node.text().replaceAll("\\s", "").split("\\.");
        Expression value = name(names.length == 0 ? "" : names[0], node.span());
        for (int i = 1; i < names.length; i++) {
            value = new Expression.Member(value, names[i], node.span());
        }
        return value;
    }

    private Expression attribute(Node node) {
        String name = node.at("attribute").map(Node::text).orElse("");
        String member = name.equals("__init__") ? FunctionDeclaration.CONSTRUCTOR : name;
        Optional<Node> object = node.at("object");
        if (object.isPresent() && isSuper(object.get())) {
            return new Expression.Member(
                    new Expression.Name(Expression.Name.SUPER, object.get().span()), member, node.span());
        }
        return new Expression.Member(lower(object, node), member, node.span());
    }

    private boolean isSuper(Node node) {
        return node.is("call")
                && node.at("function")
                        .filter(callee ->
                                callee.is("identifier") && callee.text().equals("super"))
                        .isPresent()
                && file.scope().of("super") == null;
    }

    private Expression subscript(Node node) {
        Expression object = lower(node.at("value"), node);
        List<Node> indexes =
                node.allAt("subscript").stream().filter(Node::named).toList();
        Expression index;
        if (indexes.size() == 1) {
            index = indexes.getFirst().is("slice") ? slice(indexes.getFirst()) : lower(indexes.getFirst());
        } else {
            List<Expression.Collection.Entry> entries = new ArrayList<>();
            for (Node each : indexes) {
                entries.add(new Expression.Collection.Entry(null, lower(each), false));
            }
            index = new Expression.Collection(Expression.Collection.Kind.TUPLE, entries, node.span());
        }
        return new Expression.Element(object, index, node.span());
    }

    /** {@code from:to}; with a step, what is left is anything. */
    private Expression slice(Node node) {
        List<Expression> bounds = new ArrayList<>();
        Expression nothing = new Expression.Literal(null, node.span());
        Expression open = nothing;
        for (Node part : node.children()) {
            if (part.is(":")) {
                bounds.add(open);
                open = nothing;
            } else if (part.named()) {
                open = lower(part);
            }
        }
        bounds.add(open);
        return bounds.size() == 2
                ? operation(":", node.span(), bounds.getFirst(), bounds.getLast())
                : Lowering.unknown(node);
    }

    private Expression collection(Expression.Collection.Kind kind, Node node) {
        List<Expression.Collection.Entry> entries = new ArrayList<>();
        for (Node part : Lowering.parts(node)) {
            boolean spread = splat(part);
            entries.add(new Expression.Collection.Entry(
                    null, spread ? lower(Lowering.parts(part).stream().findFirst(), part) : lower(part), spread));
        }
        return new Expression.Collection(kind, entries, node.span());
    }

    static boolean splat(Node node) {
        return switch (node.type()) {
            case "list_splat",
                    "dictionary_splat",
                    "list_splat_pattern",
                    "dictionary_splat_pattern",
                    "parenthesized_list_splat" -> true;
            default -> false;
        };
    }

    private Expression dictionary(Node node) {
        List<Expression.Collection.Entry> entries = new ArrayList<>();
        for (Node part : Lowering.parts(node)) {
            if (part.is("pair")) {
                entries.add(new Expression.Collection.Entry(
                        lower(part.at("key"), part), lower(part.at("value"), part), false));
            } else if (splat(part)) {
                entries.add(new Expression.Collection.Entry(
                        null, lower(Lowering.parts(part).stream().findFirst(), part), true));
            }
        }
        return new Expression.Collection(Expression.Collection.Kind.MAP, entries, node.span());
    }

    /** Its variables are its own. */
    private Expression comprehension(Expression.Collection.Kind kind, Node node) {
        Scope inner = new Scope(Scope.Kind.FUNCTION, file.scope(), file.scope().path);
        for (Node part : Lowering.parts(node)) {
            if (part.is("for_in_clause")) {
                part.at("left").ifPresent(left -> Binder.target(inner, left));
            }
        }
        return file.within(inner, () -> loops(kind, node));
    }

    private Expression loops(Expression.Collection.Kind kind, Node node) {
        List<Expression.Comprehension.Clause> clauses = new ArrayList<>();
        @Nullable Node open = null;
        List<Expression> conditions = new ArrayList<>();
        for (Node part : Lowering.parts(node)) {
            if (part.is("for_in_clause")) {
                if (open != null) {
                    clauses.add(clause(open, conditions));
                }
                open = part;
                conditions = new ArrayList<>();
            } else if (part.is("if_clause")) {
                conditions.add(lower(Lowering.parts(part).stream().findFirst(), part));
            }
        }
        if (open != null) {
            clauses.add(clause(open, conditions));
        }
        Optional<Node> body = node.at("body");
        if (body.isPresent() && body.get().is("pair")) {
            Node pair = body.get();
            return new Expression.Comprehension(
                    kind, clauses, lower(pair.at("key"), pair), lower(pair.at("value"), pair), node.span());
        }
        return new Expression.Comprehension(kind, clauses, null, lower(body, node), node.span());
    }

    private Expression.Comprehension.Clause clause(Node node, List<Expression> conditions) {
        return new Expression.Comprehension.Clause(
                target(node.at("left"), node), several(node.allAt("right"), node), conditions);
    }

    private Expression lambda(Node node) {
        return new Expression.Function(file.functions.lambda(node), node.span());
    }

    private Expression conditional(Node node) {
        List<Node> parts = Lowering.parts(node);
        if (parts.size() != 3) {
            return unknown(node);
        }
        Expression test = lower(parts.get(1));
        return new Expression.Conditional(test, lower(parts.get(0)), lower(parts.get(2)), node.span());
    }

    private Expression assignment(Node node) {
        Optional<Node> right = node.at("right");
        if (right.isEmpty()) {
            return new Expression.Unknown(List.of(), node.span());
        }
        Expression target = target(node.at("left"), node);
        return new Expression.Assignment(target, lower(right.get()), node.span());
    }

    private Expression augmented(Node node) {
        String operator = node.at("operator").map(Node::text).orElse("+=");
        String plain = operator.substring(0, Math.max(operator.length() - 1, 1));
        Expression target = target(node.at("left"), node);
        Expression value = lower(node.at("right"), node);
        Expression result = plain.equals("@")
                ? new Expression.Unknown(List.of(target, value), node.span())
                : operation(OPERATORS.getOrDefault(plain, plain), node.span(), target, value);
        return new Expression.Assignment(target, result, node.span());
    }

    /** A chain of one operator, however long, is one operation: texts are put together of hundreds of parts. */
    private Expression operators(Node node) {
        String operator = operator(node);
        Deque<Node> operands = new ArrayDeque<>();
        Node at = node;
        while (true) {
            Optional<Node> left = at.at("left");
            Optional<Node> right = at.at("right");
            if (left.isEmpty() || right.isEmpty()) {
                return unknown(node);
            }
            operands.push(right.get());
            if (!operator.equals("**")
                    && left.get().is(node.type())
                    && operator(left.get()).equals(operator)) {
                at = left.get();
                continue;
            }
            operands.push(left.get());
            break;
        }
        List<Expression> values = new ArrayList<>();
        for (Node operand : operands) {
            values.add(lower(operand));
        }
        if (operator.equals("%") && values.size() == 2) {
            Optional<Expression> text = strings.formatted(operands.getFirst(), values.getLast(), node.span());
            if (text.isPresent()) {
                return text.get();
            }
        }
        if (operator.equals("*") && values.size() == 2) {
            Optional<Expression> text = Strings.repeated(values.getFirst(), values.getLast(), node.span());
            if (text.isPresent()) {
                return text.get();
            }
        }
        return operator.equals("@")
                ? new Expression.Unknown(values, node.span())
                : new Expression.Operation(OPERATORS.getOrDefault(operator, operator), values, node.span());
    }

    private static String operator(Node node) {
        return node.at("operator").map(Node::text).orElse("");
    }

    private Expression unary(Node node) {
        Expression operand = lower(node.at("argument"), node);
        String operator = operator(node);
        if (operator.equals("-") && operand instanceof Expression.Literal literal) {
            if (literal.value() instanceof Long number) {
                return new Expression.Literal(-number, node.span());
            }
            if (literal.value() instanceof Double number) {
                return new Expression.Literal(-number, node.span());
            }
        }
        return operation(operator, node.span(), operand);
    }

    /** {@code a < b < c} is {@code a < b && b < c}. */
    private Expression comparison(Node node) {
        List<Expression> comparisons = new ArrayList<>();
        @Nullable Expression left = null;
        String operator = "";
        for (Node child : node.children()) {
            if ("operators".equals(child.field())) {
                operator = child.text().replaceAll("\\s+", " ");
            } else if (child.named() && !child.is("comment") && !child.is("line_continuation")) {
                Expression right = lower(child);
                if (left != null) {
                    comparisons.add(compared(operator, left, right, node.span()));
                }
                left = right;
            }
        }
        if (comparisons.isEmpty()) {
            return unknown(node);
        }
        return comparisons.size() == 1
                ? comparisons.getFirst()
                : new Expression.Operation("&&", comparisons, node.span());
    }

    private static Expression compared(String operator, Expression left, Expression right, Span span) {
        Optional<Expression> instance = Idioms.instance(left, right, span);
        if (instance.isPresent() && OPERATORS.getOrDefault(operator, operator).equals("==")) {
            return instance.get();
        }
        if (instance.isPresent() && OPERATORS.getOrDefault(operator, operator).equals("!=")) {
            return operation("!", span, instance.get());
        }
        return operator.equals("not in")
                ? operation("!", span, operation("in", span, left, right))
                : operation(OPERATORS.getOrDefault(operator, operator), span, left, right);
    }

    private Expression yielded(Node node) {
        List<Node> parts = Lowering.parts(node);
        if (parts.isEmpty()) {
            return operation("yield", node.span(), new Expression.Literal(null, node.span()));
        }
        Expression value = several(parts, node);
        return operation(
                "yield",
                node.span(),
                node.has("from") ? new Expression.Element(value, Lowering.unknown(node), node.span()) : value);
    }

    /** One, or a tuple of several. */
    Expression several(List<Node> nodes, Node around) {
        List<Node> parts = nodes.stream().filter(Node::named).toList();
        if (parts.size() == 1) {
            return lower(parts.getFirst());
        }
        List<Expression.Collection.Entry> entries = new ArrayList<>();
        for (Node part : parts) {
            entries.add(new Expression.Collection.Entry(null, lower(part), false));
        }
        return new Expression.Collection(Expression.Collection.Kind.TUPLE, entries, around.span());
    }

    /** What may stand left of {@code =}. */
    Expression target(Node node) {
        return file.deeper(node, this::plainTarget, Lowering::unknown);
    }

    /** One that may be missing in what is broken. */
    Expression target(Optional<Node> node, Node around) {
        return node.isPresent() ? target(node.get()) : Lowering.unknown(around);
    }

    private Expression plainTarget(Node node) {
        return switch (node.type()) {
            case "pattern_list", "tuple_pattern", "list_pattern", "tuple", "list", "expression_list" -> {
                List<Expression.Collection.Entry> entries = new ArrayList<>();
                for (Node part : Lowering.parts(node)) {
                    boolean spread = splat(part);
                    Node plain = spread && !Lowering.parts(part).isEmpty()
                            ? Lowering.parts(part).getFirst()
                            : part;
                    entries.add(new Expression.Collection.Entry(null, target(plain), spread));
                }
                boolean single = node.is("tuple_pattern") && entries.size() == 1 && !node.has(",");
                yield single && !entries.getFirst().spread()
                        ? entries.getFirst().value()
                        : new Expression.Collection(Expression.Collection.Kind.LIST, entries, node.span());
            }
            case "parenthesized_expression", "as_pattern_target" ->
                Lowering.parts(node).size() == 1 ? target(Lowering.parts(node).getFirst()) : Lowering.unknown(node);
            case "list_splat_pattern", "list_splat" ->
                Lowering.parts(node).isEmpty()
                        ? Lowering.unknown(node)
                        : target(Lowering.parts(node).getFirst());
            default -> lower(node);
        };
    }

    /** Arguments of a call or a decorator. */
    List<Argument> arguments(Node list) {
        return calls.arguments(list);
    }

    /** What has no form of its own: any of its parts. */
    Expression unknown(Node node) {
        List<Expression> values = new ArrayList<>();
        for (Node part : Lowering.parts(node)) {
            values.add(lower(part));
        }
        return new Expression.Unknown(values, node.span());
    }

    static Expression.Operation operation(String operator, Span span, Expression... operands) {
        return new Expression.Operation(operator, List.of(operands), span);
    }
}
