package io.ymera.scanner.python;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions, methods and lambdas: their parameters, the variables that are theirs, and what decorators say of them. */
final class Functions {

    /** Annotations that say that a parameter's value is what another function returns. */
    private static final Set<String> DEPENDENCIES =
            Set.of("fastapi.Depends", "fastapi.Security", "fastapi.params.Depends", "fastapi.params.Security");

    /** What a function is annotated with that another depends on: its parameters are the request's too. */
    private static final String DEPENDENCY = "fastapi.dependency";

    /** How the parameter of a method's object may be written. */
    private static final Set<String> OBJECTS =
            Set.of("identifier", "typed_parameter", "default_parameter", "typed_default_parameter");

    private final Lowering file;

    Functions(Lowering file) {
        this.file = file;
    }

    /** A function that is no method. */
    FunctionDeclaration function(Node definition, List<Annotation> annotations) {
        return declaration(definition, annotations, false);
    }

    /** A method: its first parameter is the object, or the class, or there is none. */
    FunctionDeclaration method(Node definition, List<Annotation> annotations) {
        return declaration(definition, annotations, true);
    }

    private FunctionDeclaration declaration(Node definition, List<Annotation> annotations, boolean method) {
        String name = definition.at("name").map(Node::text).orElse("");
        boolean isStatic = annotations.stream().anyMatch(each -> each.name().equals("staticmethod"));
        boolean isClass = annotations.stream().anyMatch(each -> each.name().equals("classmethod"))
                || name.equals("__new__")
                || name.equals("__init_subclass__");
        Scope outer = file.scope();
        Scope inner = new Scope(Scope.Kind.FUNCTION, outer, outer.path + "." + name);
        List<Node> nodes = definition.at("parameters").map(Lowering::parts).orElse(List.of());
        boolean object = method
                && !isStatic
                && !nodes.isEmpty()
                && OBJECTS.contains(nodes.getFirst().type())
                && !nodes.getFirst().text().startsWith("*");
        if (object) {
            inner.receiver = variable(nodes.getFirst());
            inner.classReceiver = isClass;
            inner.bound.add(variable(nodes.getFirst()));
            nodes = nodes.subList(1, nodes.size());
        }
        List<Annotation> all = annotations;
        String depended =
                method && name.equals("__init__") ? outer.path.substring(outer.path.lastIndexOf('.') + 1) : name;
        if (method == name.equals("__init__") && file.dependencies.contains(depended)) {
            all = new ArrayList<>(annotations);
            all.add(new Annotation(DEPENDENCY, List.of()));
        }
        List<Statement> first = new ArrayList<>();
        List<Parameter> parameters = parameters(nodes, inner, first);
        @Nullable
        String result = definition
                .at("return_type")
                .map(type -> file.types.of(type, outer))
                .orElse(null);
        Statement body =
                definition.at("body").map(block -> body(block, inner, first)).orElseGet(Statement::nothing);
        return new FunctionDeclaration(
                method && name.equals("__init__") ? FunctionDeclaration.CONSTRUCTOR : Lowering.variable(name),
                parameters,
                body,
                result,
                all,
                method && !object,
                annotations.stream().anyMatch(each -> each.simpleName().equals("abstractmethod")),
                definition.span());
    }

    /** A lambda. */
    FunctionDeclaration lambda(Node node) {
        Scope outer = file.scope();
        Scope inner = new Scope(Scope.Kind.FUNCTION, outer, outer.path);
        List<Parameter> parameters =
                parameters(node.at("parameters").map(Lowering::parts).orElse(List.of()), inner, new ArrayList<>());
        Expression value = file.within(inner, () -> file.expressions.lower(node.at("body"), node));
        return new FunctionDeclaration(
                FunctionDeclaration.LAMBDA + node.span().line(),
                parameters,
                new Statement.Return(value, value.span()),
                null,
                List.of(),
                false,
                false,
                node.span());
    }

    /** Variables are declared at the start: Python's are of the whole function. */
    private Statement body(Node block, Scope inner, List<Statement> first) {
        Set<String> given = new HashSet<>(inner.bound);
        Binder.bind(file, inner, block);
        List<Statement> statements = new ArrayList<>();
        for (String name : inner.bound) {
            if (!given.contains(name) && !inner.elsewhere.contains(name)) {
                @Nullable Node type = inner.declared.get(name);
                statements.add(new Statement.Declare(
                        Lowering.variable(name), type == null ? null : file.types.of(type, inner), null, block.span()));
            }
        }
        statements.addAll(first);
        statements.addAll(file.within(inner, () -> file.statements.all(block)));
        return new Statement.Block(statements);
    }

    private List<Parameter> parameters(List<Node> nodes, Scope inner, List<Statement> first) {
        List<Parameter> parameters = new ArrayList<>();
        for (Node node : nodes) {
            if (node.is("positional_separator") || node.is("keyword_separator") || node.is("ERROR")) {
                continue;
            }
            Parameter parameter = parameter(node, inner);
            @Nullable Expression dependency = dependency(parameter, node);
            if (dependency == null) {
                parameters.add(parameter);
            } else {
                first.add(new Statement.Declare(
                        Lowering.variable(variable(node)), parameter.type(), dependency, node.span()));
            }
        }
        return parameters;
    }

    private Parameter parameter(Node node, Scope inner) {
        Scope outer = file.scope();
        String name = variable(node);
        Optional<Node> declared = node.at("type");
        Types.Annotated type =
                declared.map(each -> file.types.annotated(each, outer)).orElse(new Types.Annotated(null, List.of()));
        @Nullable
        Expression preset = node.at("value").map(file.expressions::lower).orElse(null);
        List<Annotation> annotations = new ArrayList<>();
        type.metadata().forEach(each -> annotations.add(annotation(each)));
        if (preset instanceof Expression.Call call) {
            node.at("value")
                    .flatMap(value -> value.at("function"))
                    .map(callee -> file.types.dotted(callee, outer))
                    .ifPresent(callee -> annotations.add(new Annotation(callee, call.arguments())));
        }
        String shape = node.text();
        Parameter.Kind kind = shape.startsWith("**")
                ? Parameter.Kind.NAMED
                : shape.startsWith("*") ? Parameter.Kind.REST : Parameter.Kind.ONE;
        Expression target =
                tuple(node) ? file.expressions.target(node) : new Expression.Name(Lowering.variable(name), node.span());
        if (!name.isEmpty()) {
            inner.bound.add(name);
            if (type.type() != null) {
                inner.instances.put(name, type.type());
            }
        }
        return new Parameter(
                target, kind == Parameter.Kind.ONE ? type.type() : null, preset, kind, annotations, node.span());
    }

    /** Python 2 has {@code def f(a, (b, c))}. */
    private static boolean tuple(Node node) {
        return node.is("tuple_pattern");
    }

    /** A parameter's name; empty if it is taken apart. */
    private static String variable(Node node) {
        Node at = node;
        while (true) {
            switch (at.type()) {
                case "identifier" -> {
                    return at.text();
                }
                case "default_parameter", "typed_default_parameter" -> {
                    Optional<Node> name = at.at("name");
                    if (name.isEmpty()) {
                        return "";
                    }
                    at = name.get();
                }
                case "typed_parameter", "list_splat_pattern", "dictionary_splat_pattern" -> {
                    List<Node> parts = Lowering.parts(at);
                    if (parts.isEmpty()) {
                        return "";
                    }
                    at = parts.getFirst();
                }
                default -> {
                    return "";
                }
            }
        }
    }

    /** What a parameter that depends on another function gets: what that one returns. */
    private static @Nullable Expression dependency(Parameter parameter, Node node) {
        for (Annotation annotation : parameter.annotations()) {
            if (DEPENDENCIES.contains(annotation.name())) {
                Optional<Expression> given = annotation.arguments().stream()
                        .filter(each -> each.name() == null || each.name().equals("dependency"))
                        .map(Argument::value)
                        .findFirst();
                if (given.isPresent()) {
                    return new Expression.Call(
                            new Expression.Symbol(annotation.name(), node.span()),
                            List.of(Argument.of(given.get())),
                            node.span());
                }
                if (parameter.type() != null) {
                    Expression type = new Expression.Symbol(parameter.type(), node.span());
                    return new Expression.Call(
                            new Expression.Symbol(annotation.name(), node.span()),
                            List.of(Argument.of(type)),
                            node.span());
                }
            }
        }
        return null;
    }

    /** What a declared type says besides the type: {@code Annotated[str, Field(pattern=…)]}, {@code constr(pattern=…)}. */
    List<Annotation> metadata(Optional<Node> declared, Scope scope) {
        List<Node> said = new ArrayList<>();
        declared.ifPresent(type -> {
            said.addAll(file.types.annotated(type, scope).metadata());
            Lowering.parts(type).stream().filter(part -> part.is("call")).forEach(said::add);
        });
        return said.stream().map(this::annotation).toList();
    }

    /** Decorators of a definition. */
    List<Annotation> decorators(Node decorated) {
        List<Annotation> annotations = new ArrayList<>();
        for (Node child : decorated.children()) {
            if (child.is("decorator")) {
                Lowering.parts(child).stream().findFirst().ifPresent(value -> annotations.add(annotation(value)));
            }
        }
        return annotations;
    }

    private Annotation annotation(Node node) {
        Node callee = node.is("call") ? node.at("function").orElse(node) : node;
        @Nullable String name = file.types.dotted(callee, file.scope());
        List<Argument> arguments = node.is("call")
                ? node.at("arguments").map(file.expressions::arguments).orElse(List.of())
                : List.of();
        return new Annotation(name == null ? "" : name, arguments);
    }
}
