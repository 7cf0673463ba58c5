package io.ymera.scanner.python;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes: supertypes, methods, variables of the class, and the constructor that some have by their form. */
final class Classes {

    private static final Set<String> SHAPED = Set.of(
            "dataclasses.dataclass",
            "pydantic.dataclasses.dataclass",
            "attr.s",
            "attr.attrs",
            "attr.dataclass",
            "attr.define",
            "attr.mutable",
            "attr.frozen",
            "attrs.define",
            "attrs.mutable",
            "attrs.frozen");

    private static final Set<String> SHAPED_BY_SUPERTYPE = Set.of(
            "typing.NamedTuple",
            "pydantic.BaseModel",
            "pydantic.main.BaseModel",
            "pydantic_settings.BaseSettings",
            "sqlmodel.SQLModel",
            "msgspec.Struct");

    private final Lowering file;

    Classes(Lowering file) {
        this.file = file;
    }

    /** The class of a definition; it is noted among those of the file. */
    ClassDeclaration lower(Node definition, List<Annotation> annotations) {
        String name = definition.at("name").map(Node::text).orElse("");
        Scope outer = file.scope();
        Scope inner = new Scope(Scope.Kind.CLASS, outer, outer.path + "." + name);
        inner.supertypes.addAll(supertypes(definition, outer));
        Body body = new Body(annotations, inner);
        definition.at("body").ifPresent(block -> {
            Binder.bind(file, inner, block);
            file.within(inner, () -> {
                Lowering.parts(block).forEach(body::member);
                return true;
            });
        });
        ClassDeclaration declaration = body.declaration(definition.span());
        file.classes.add(declaration);
        return declaration;
    }

    private List<String> supertypes(Node definition, Scope outer) {
        List<String> types = new ArrayList<>();
        for (Node part : definition.at("superclasses").map(Lowering::parts).orElse(List.of())) {
            if (part.is("keyword_argument") || Expressions.splat(part)) {
                continue;
            }
            Node named = part.is("call") ? part.at("function").orElse(part) : part;
            @Nullable String type = file.types.dotted(named, outer);
            if (type != null && !type.equals("object")) {
                types.add(type);
            }
        }
        return types;
    }

    /** What has been found in a class's body. */
    private final class Body {
        private final List<Annotation> annotations;
        private final Scope scope;
        private final boolean shaped;
        private final Map<String, ClassDeclaration.Field> fields = new LinkedHashMap<>();
        private final List<FunctionDeclaration> methods = new ArrayList<>();
        /** What is done in the body besides. */
        private final List<Statement> done = new ArrayList<>();

        Body(List<Annotation> annotations, Scope scope) {
            this.annotations = annotations;
            this.scope = scope;
            shaped = annotations.stream().anyMatch(each -> SHAPED.contains(each.name()))
                    || scope.supertypes.stream()
                            .anyMatch(type -> SHAPED_BY_SUPERTYPE.contains(type) || file.shapes.containsKey(type));
        }

        void member(Node node) {
            switch (node.type()) {
                case "function_definition" -> {
                    methods.add(file.deeper(node, each -> file.functions.method(each, List.of()), Body::tooDeep));
                    reach(node);
                }
                case "decorated_definition" -> {
                    List<Annotation> decorators = file.functions.decorators(node);
                    node.at("definition").ifPresent(definition -> {
                        if (definition.is("class_definition")) {
                            reach(definition);
                            done.add(file.statements.declared(definition, decorators));
                        } else {
                            methods.add(file.deeper(
                                    definition, each -> file.functions.method(each, decorators), Body::tooDeep));
                            reach(definition);
                        }
                    });
                }
                case "expression_statement" -> expressions(node);
                case "pass_statement" -> {}
                default -> {
                    reach(node);
                    done.add(file.statements.lower(node));
                }
            }
        }

        /** From here on, names that get a value there mean those of the class. */
        private void reach(Node node) {
            Scope names = new Scope(Scope.Kind.CLASS, scope.parent, scope.path);
            Binder.bind(file, names, node);
            scope.reached.addAll(names.bound);
        }

        private static FunctionDeclaration tooDeep(Node node) {
            return new FunctionDeclaration(
                    node.at("name").map(Node::text).orElse(""),
                    List.of(),
                    Statement.nothing(),
                    null,
                    List.of(),
                    true,
                    true,
                    node.span());
        }

        private void expressions(Node node) {
            for (Node part : Lowering.parts(node)) {
                boolean field = part.is("assignment")
                        && part.at("left").filter(left -> left.is("identifier")).isPresent();
                if (field) {
                    field(part);
                } else if (!part.is("string") && !part.is("ellipsis")) {
                    reach(part);
                    done.add(new Statement.Evaluate(file.expressions.lower(part)));
                }
            }
        }

        private void field(Node node) {
            String name = node.at("left").map(Node::text).orElse("");
            Optional<Node> declared = node.at("type");
            @Nullable
            String type = declared.map(each -> file.types.of(each, scope)).orElse(null);
            node.at("right").filter(right -> right.is("assignment")).ifPresent(this::reach);
            @Nullable
            Expression value = node.at("right").map(file.expressions::lower).orElse(null);
            scope.reached.add(name);
            boolean ofClass = value != null && !(shaped && declared.isPresent());
            if (declared.isPresent() && declared.get().text().contains("ClassVar")) {
                ofClass = true;
            }
            // A second value is given as it would be: a field has only one first
            if (fields.containsKey(name) && value != null) {
                done.add(new Statement.Evaluate(new Expression.Assignment(
                        new Expression.Member(new Expression.Symbol(scope.path, node.span()), name, node.span()),
                        value,
                        node.span())));
                return;
            }
            fields.put(
                    name,
                    new ClassDeclaration.Field(
                            name, type, value, ofClass, file.functions.metadata(declared, scope), node.span()));
        }

        ClassDeclaration declaration(Span span) {
            boolean written = methods.stream().anyMatch(each -> each.name().equals(FunctionDeclaration.CONSTRUCTOR));
            if (shaped) {
                Map<String, ClassDeclaration.Field> all = new LinkedHashMap<>();
                for (String type : scope.supertypes) {
                    file.shapes.getOrDefault(type, List.of()).forEach(field -> all.put(field.name(), field));
                }
                fields.values().stream()
                        .filter(field -> !field.isStatic())
                        .forEach(field -> all.put(field.name(), field));
                file.shapes.put(scope.path, List.copyOf(all.values()));
                if (!written) {
                    methods.add(constructor(List.copyOf(all.values()), span));
                }
            }
            if (!done.isEmpty()) {
                methods.add(new FunctionDeclaration(
                        "%static", List.of(), new Statement.Block(done), null, List.of(), true, false, span));
            }
            return new ClassDeclaration(
                    scope.path,
                    List.copyOf(scope.supertypes),
                    List.copyOf(fields.values()),
                    methods,
                    annotations,
                    span);
        }

        private FunctionDeclaration constructor(List<ClassDeclaration.Field> shape, Span span) {
            List<Parameter> parameters = new ArrayList<>();
            List<Statement> body = new ArrayList<>();
            for (ClassDeclaration.Field field : shape) {
                Expression.Name name = new Expression.Name(Lowering.variable(field.name()), field.span());
                parameters.add(new Parameter(
                        name, field.type(), preset(field.value()), Parameter.Kind.ONE, List.of(), field.span()));
                body.add(new Statement.Evaluate(new Expression.Assignment(
                        new Expression.Member(
                                new Expression.Name(Expression.Name.THIS, field.span()), field.name(), field.span()),
                        name,
                        field.span())));
            }
            boolean after = methods.stream().anyMatch(each -> each.name().equals("__post_init__"));
            if (after) {
                body.add(new Statement.Evaluate(new Expression.Call(
                        new Expression.Member(new Expression.Name(Expression.Name.THIS, span), "__post_init__", span),
                        List.of(),
                        span)));
            }
            return new FunctionDeclaration(
                    FunctionDeclaration.CONSTRUCTOR,
                    parameters,
                    new Statement.Block(body),
                    null,
                    List.of(),
                    false,
                    false,
                    span);
        }

        /** {@code field(default_factory=list)} says what the value is. */
        private static @Nullable Expression preset(@Nullable Expression value) {
            if (value instanceof Expression.Call call) {
                for (Argument argument : call.arguments()) {
                    if ("default".equals(argument.name())) {
                        return argument.value();
                    }
                    if ("default_factory".equals(argument.name()) || "factory".equals(argument.name())) {
                        return new Expression.Call(argument.value(), List.of(), call.span());
                    }
                }
            }
            return value;
        }
    }
}
