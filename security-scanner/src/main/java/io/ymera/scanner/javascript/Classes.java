package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Classes, and the interfaces of TypeScript. A getter is a method with the annotation {@link #GETTER}, a setter one whose name begins with {@link
 * #SETTER}.
 */
final class Classes {

    static final String GETTER = "%get";
    static final String SETTER = "%set:";

    private final Lowering lowering;

    Classes(Lowering lowering) {
        this.lowering = lowering;
    }

    /** A class that is an expression: it is declared in front of the statement. */
    Expression value(Node node, @Nullable String given) {
        String name = node.at("name").map(Node::text).orElse(given);
        if (name == null || given == null && lowering.scope.find(name) != null) {
            name = "%class:" + node.span().line() + ":" + node.span().column();
        }
        lowering.scope.declare(name);
        String variable = lowering.name(name);
        declare(node, variable, List.of());
        return new Expression.Name(variable, node.span());
    }

    /** Declares a class here. */
    void declare(Node node, String name, List<Node> decorators) {
        Members members = new Members();
        node.at("body").ifPresent(body -> members.read(body.children()));
        List<Node> all = new ArrayList<>(decorators);
        all.addAll(node.allAt("decorator"));
        ClassDeclaration declaration = new ClassDeclaration(
                lowering.module + "." + name,
                supertypes(node),
                members.fields,
                members.methods,
                all.stream().map(lowering.functions::decorator).toList(),
                node.span());
        add(declaration);
        lowering.add(new Statement.DeclareClass(declaration));
    }

    void add(ClassDeclaration declaration) {
        lowering.classes.add(declaration);
        lowering.types.declared(declaration.simpleName());
    }

    /** An interface: what is said of its type, and what classes of it must have. */
    void describe(Node node) {
        Members members = new Members();
        node.at("body").ifPresent(body -> members.read(body.children()));
        String name = node.at("name").map(Node::text).orElse("");
        lowering.classes.add(new ClassDeclaration(
                lowering.module + "." + name,
                lowering.types.supertypes(node),
                members.fields,
                members.methods,
                List.of(),
                node.span()));
    }

    private List<String> supertypes(Node node) {
        List<String> names = new ArrayList<>();
        for (Node heritage : node.children()) {
            if (heritage.is("class_heritage")) {
                for (Node part : heritage.parts()) {
                    switch (part.type()) {
                        case "extends_clause" -> part.at("value").ifPresent(value -> extended(value, names));
                        case "implements_clause" ->
                            part.parts().forEach(type -> {
                                String full = lowering.types.of(type);
                                if (full != null) {
                                    names.add(full);
                                }
                            });
                        default -> extended(part, names);
                    }
                }
            }
        }
        return names;
    }

    private void extended(Node value, List<String> names) {
        if (value.is("identifier") || value.is("member_expression")) {
            names.add(lowering.types.full(value.text()));
        }
    }

    /** What is between a class's braces. */
    private final class Members {
        private final List<ClassDeclaration.Field> fields = new ArrayList<>();
        private final List<FunctionDeclaration> methods = new ArrayList<>();
        private List<Annotation> decorators = List.of();

        void read(List<Node> nodes) {
            List<Node> waiting = new ArrayList<>();
            for (Node node : nodes) {
                if (node.is("decorator")) {
                    waiting.add(node);
                    continue;
                }
                List<Node> all = new ArrayList<>(waiting);
                all.addAll(node.allAt("decorator"));
                decorators = all.stream().map(lowering.functions::decorator).toList();
                if (member(node)) {
                    waiting.clear();
                }
            }
        }

        private boolean member(Node node) {
            switch (node.type()) {
                case "field_definition", "public_field_definition", "property_signature" -> field(node);
                case "method_definition", "abstract_method_signature", "method_signature" -> method(node);
                case "class_static_block" ->
                    methods.add(lowering.functions.declaration(node, "%static", List.of(), List.of()));
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void field(Node node) {
            Node name = node.at("name").or(() -> node.at("property")).orElse(node);
            String type = node.at("type").map(lowering.types::of).orElse(null);
            fields.add(new ClassDeclaration.Field(
                    simple(name),
                    type,
                    node.at("value")
                            .map(value -> Functions.declared(lowering.statements.named(value, simple(name)), type))
                            .orElse(null),
                    node.has("static"),
                    decorators,
                    node.span()));
        }

        private void method(Node node) {
            String name = node.at("name").map(this::simple).orElse("");
            List<Statement> first = new ArrayList<>();
            if (name.equals("constructor") && !node.has("static")) {
                name = FunctionDeclaration.CONSTRUCTOR;
                node.at("parameters").ifPresent(all -> all.parts().forEach(each -> property(each, first)));
            }
            List<Annotation> annotations = decorators;
            if (node.has("get")) {
                annotations = new ArrayList<>(decorators);
                annotations.add(new Annotation(GETTER, List.of()));
            }
            String full = node.has("set") ? SETTER + name : name;
            FunctionDeclaration declaration = lowering.functions.declaration(node, full, annotations, first);
            // Signatures without a body stand in front of the one that has one
            boolean overload = declaration.isAbstract()
                    && methods.stream().anyMatch(other -> other.name().equals(full));
            if (!overload) {
                methods.removeIf(other -> other.isAbstract() && other.name().equals(full));
                methods.add(declaration);
            }
        }

        /** {@code constructor(private readonly service: Service)} is a field too. */
        private void property(Node parameter, List<Statement> first) {
            boolean field = parameter.has("accessibility_modifier")
                    || parameter.has("readonly")
                    || parameter.has("override_modifier");
            Node name = parameter.at("pattern").orElse(parameter);
            if (!field || !name.is("identifier")) {
                return;
            }
            fields.add(new ClassDeclaration.Field(
                    name.text(),
                    parameter.at("type").map(lowering.types::of).orElse(null),
                    null,
                    false,
                    List.of(),
                    parameter.span()));
            Expression own = new Expression.Name(Expression.Name.THIS, name.span());
            first.add(new Statement.Evaluate(new Expression.Assignment(
                    new Expression.Member(own, name.text(), name.span()),
                    new Expression.Name(name.text(), name.span()),
                    name.span())));
        }

        private String simple(Node name) {
            return lowering.collections.key(name) instanceof Expression.Literal(String text, var skipped1)
                    ? text
                    : name.text();
        }
    }
}
