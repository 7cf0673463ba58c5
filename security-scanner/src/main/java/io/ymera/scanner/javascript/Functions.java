package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of all sorts. */
final class Functions {

    /** A function within a function counts as this many steps down. */
    private static final int WEIGHT = 4;

    private final Lowering lowering;

    Functions(Lowering lowering) {
        this.lowering = lowering;
    }

    /**
     * A function as a value.
     *
     * @param given the name of what takes it, if it has none itself
     */
    Expression value(Node node, @Nullable String given) {
        String name = node.at("name")
                .filter(own -> own.is("identifier"))
                .map(Node::text)
                .orElse(
                        given != null
                                ? given
                                : FunctionDeclaration.LAMBDA + node.span().line());
        return new Expression.Function(
                declaration(node, name, Conventions.of(lowering, node, given != null ? given : name), List.of()),
                node.span());
    }

    /**
     * A function, method or constructor.
     *
     * @param first what its body begins with
     */
    FunctionDeclaration declaration(Node node, String name, List<Annotation> annotations, List<Statement> first) {
        Deque<String> around = lowering.members;
        lowering.members = new ArrayDeque<>();
        try {
            return within(node, name, annotations, first);
        } finally {
            lowering.members = around;
        }
    }

    private FunctionDeclaration within(Node node, String name, List<Annotation> annotations, List<Statement> first) {
        Scope inner = Scope.ofFunction(lowering.scope);
        inner.function.merges =
                lowering.scope.function.merges && node.is("arrow_function") || Watched.merges(node, name);
        List<Node> written = node.at("parameter")
                .map(List::of)
                .orElseGet(() -> node.at("parameters").map(Node::parts).orElse(List.of()));
        List<Node> nodes = written.stream()
                .filter(each -> !each.at("pattern")
                        .filter(pattern -> pattern.is("this"))
                        .isPresent())
                .toList();
        nodes.forEach(each -> Patterns.names(each).forEach(inner::declare));
        if (nodes.size() == 3
                && nodes.get(1).text().startsWith("file")
                && Patterns.names(nodes.get(2)).size() == 1) {
            inner.function.keeper = Patterns.names(nodes.get(2)).getFirst();
        }
        List<Parameter> parameters = new ArrayList<>();
        List<Statement> start = new ArrayList<>(first);
        start.addAll(lowering.block(inner, () -> nodes.forEach(each -> parameters.add(parameter(each))))
                .statements());
        Statement.Block body = lowering.block(inner, () -> {
            start.forEach(lowering::add);
            lowering.down(
                    WEIGHT,
                    () -> {
                        node.at("body").ifPresent(this::body);
                        return true;
                    },
                    false);
        });
        return new FunctionDeclaration(
                name,
                parameters,
                withArguments(node, inner, parameters, body),
                node.at("return_type").map(lowering.types::of).orElse(null),
                annotations,
                node.has("static"),
                node.at("body").isEmpty(),
                node.span());
    }

    /** A function that is declared to be of a type is annotated with that: who calls functions of the type says what they are given. */
    static @Nullable Expression declared(@Nullable Expression value, @Nullable String type) {
        if (type == null || !(value instanceof Expression.Function(FunctionDeclaration it, Span span))) {
            return value;
        }
        List<Annotation> annotations = new ArrayList<>(it.annotations());
        annotations.add(new Annotation(type, List.of()));
        return new Expression.Function(
                new FunctionDeclaration(
                        it.name(),
                        it.parameters(),
                        it.body(),
                        it.result(),
                        annotations,
                        it.isStatic(),
                        it.isAbstract(),
                        it.span()),
                span);
    }

    private void body(Node body) {
        if (body.is("statement_block")) {
            lowering.statements.functionBody(body);
        } else {
            Expression value = lowering.expressions.of(body);
            lowering.add(new Statement.Return(value, body.span()));
        }
    }

    /** {@code arguments} is a list of all that the function is given; an arrow function sees that of the one around it. */
    private Statement withArguments(Node node, Scope inner, List<Parameter> parameters, Statement.Block body) {
        if (!inner.function.arguments) {
            return body;
        }
        if (node.is("arrow_function")) {
            lowering.scope.function.arguments = true;
            return body;
        }
        List<Expression.Collection.Entry> all = parameters.stream()
                .map(each -> new Expression.Collection.Entry(null, each.target(), each.kind() == Parameter.Kind.REST))
                .toList();
        List<Statement> statements = new ArrayList<>();
        Expression list = new Expression.Collection(Expression.Collection.Kind.LIST, all, node.span());
        statements.add(new Statement.Declare("arguments", "Array", list, node.span()));
        statements.addAll(body.statements());
        return new Statement.Block(statements);
    }

    /** One parameter; if it is a pattern, what it binds is declared where statements go now. */
    private Parameter parameter(Node node) {
        Node pattern = node.at("pattern").orElse(node);
        @Nullable
        Expression preset = node.at("value").map(lowering.expressions::of).orElse(null);
        if (pattern.is("assignment_pattern")) {
            preset = pattern.at("right").map(lowering.expressions::of).orElse(preset);
            pattern = pattern.at("left").orElse(pattern);
        }
        Parameter.Kind kind = Parameter.Kind.ONE;
        if (pattern.is("rest_pattern") && !pattern.parts().isEmpty()) {
            kind = Parameter.Kind.REST;
            pattern = pattern.parts().getFirst();
        }
        @Nullable String type = node.at("type").map(lowering.types::of).orElse(null);
        List<Annotation> annotations = new ArrayList<>();
        for (Node each : node.allAt("decorator")) {
            Annotation decorator = decorator(each);
            annotations.add(decorator);
            decorator.arguments().forEach(argument -> piped(argument.value(), annotations));
        }
        Span span = node.span();
        if (!Patterns.isPattern(pattern)) {
            Expression target = new Expression.Name(lowering.name(pattern.text()), pattern.span());
            return new Parameter(target, type, preset, kind, annotations, span);
        }
        Expression.Name all = new Expression.Name(lowering.scope.function.temporary(), pattern.span());
        lowering.patterns.declare(pattern, null, all);
        return new Parameter(all, type, preset, kind, annotations, span);
    }

    /** What a decorator is given to send a parameter through, a class or an object of one, says something of it too. */
    private void piped(Expression value, List<Annotation> annotations) {
        if (value instanceof Expression.Symbol(String path, var skipped1)) {
            annotations.add(new Annotation(path, List.of()));
        } else if (value instanceof Expression.Name(String name, var skipped2)) {
            annotations.add(new Annotation(lowering.types.full(name), List.of()));
        } else if (value instanceof Expression.New it) {
            piped(it.type(), annotations);
        }
    }

    /** A decorator, named by where it comes from. */
    Annotation decorator(Node node) {
        Node what = node.parts().isEmpty() ? node : node.parts().getFirst();
        boolean called = what.is("call_expression");
        Node callee = called ? what.at("function").orElse(what) : what;
        List<Argument> arguments = called
                ? what.at("arguments").map(lowering.expressions::arguments).orElse(List.of())
                : List.of();
        return new Annotation(lowering.types.full(callee.text()), arguments);
    }
}
