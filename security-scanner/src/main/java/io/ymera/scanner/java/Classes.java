package io.ymera.scanner.java;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.ClassDeclaration.Field;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.Symbol;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Statement.Block;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Classes of all sorts, and what they have by their form: a record's accessors, an enum's constants. */
final class Classes {

    private final FileContext file;

    Classes(FileContext file) {
        this.file = file;
    }

    /** All classes of a file; methods in no class are those of one that has the file's name. */
    void file(Node program, String fileName) {
        boolean implicit = false;
        for (Node node : program.parts()) {
            if (Declared.isClass(node)) {
                lower(node, file.types().top(Declared.simpleName(node)), null);
            }
            implicit |= node.is("method_declaration")
                    || node.is("field_declaration")
                    || node.is("ERROR") && node.has("method_declaration");
        }
        if (implicit) {
            String simple = fileName.endsWith(".java") ? fileName.substring(0, fileName.length() - 5) : fileName;
            Declared declared =
                    Declared.implicit(program, file.untaken(file.types().qualified(simple)));
            file.types().add(declared);
            new Body(declared, null).of(program, program, List.of());
        }
    }

    /** A class in a method. */
    ClassDeclaration local(Node node, Frame around) {
        String simple = Declared.simpleName(node);
        String name = file.untaken(around.owner().name + "." + simple);
        Declared declared = Declared.of(node, name, around.owner());
        around.scope().declare(simple, declared);
        file.types().add(declared);
        return lower(node, declared, around);
    }

    /** A class without a name. */
    ClassDeclaration anonymous(Node body, @Nullable Node type, Frame around, Span span) {
        String name = file.untaken(around.owner().name + "%" + span.line());
        Declared declared = Declared.anonymous(body, type, name, around.owner());
        file.types().add(declared);
        return new Body(declared, around).of(body, body, List.of());
    }

    private ClassDeclaration lower(Node node, Declared declared, @Nullable Frame around) {
        Frame frame = new Frame(file.types(), declared, Map.of(), around);
        List<Annotation> annotations =
                new Annotations(file.types(), new Statements(file, frame).expressions()).on(node, declared);
        return new Body(declared, around).of(node, node.at("body").orElse(node), annotations);
    }

    /** The members of one class. */
    private final class Body {

        private final Declared declared;
        private final @Nullable Frame around;
        private final List<Field> fields = new ArrayList<>();
        private final List<FunctionDeclaration> methods = new ArrayList<>();
        private final Map<Boolean, List<Statement>> initialisers = new LinkedHashMap<>();

        Body(Declared declared, @Nullable Frame around) {
            this.declared = declared;
            this.around = around;
        }

        ClassDeclaration of(Node node, Node body, List<Annotation> annotations) {
            List<Parameter> components = node.is("record_declaration") ? components(node) : List.of();
            file.deeper(
                    5,
                    () -> {
                        body.parts().forEach(this::member);
                        return this;
                    },
                    () -> this);
            initialisers.forEach((isStatic, all) -> methods.add(method(
                    isStatic ? "%static" : "%init",
                    List.of(),
                    new Block(all),
                    null,
                    List.of(),
                    isStatic,
                    node.span())));
            if (node.is("record_declaration")) {
                byForm(node, components);
            }
            List<String> supertypes = new ArrayList<>(declared.supers);
            switch (node.type()) {
                case "enum_declaration" -> supertypes.addFirst("java.lang.Enum");
                case "record_declaration" -> supertypes.addFirst("java.lang.Record");
                default -> {}
            }
            ClassDeclaration made =
                    new ClassDeclaration(declared.name, supertypes, fields, methods, annotations, node.span());
            file.add(made);
            return made;
        }

        private Frame frame(Node method) {
            return new Frame(file.types(), declared, Declared.typeVariables(method), around);
        }

        private void member(Node node) {
            switch (node.type()) {
                case "field_declaration", "constant_declaration" -> field(node);
                case "enum_constant" -> constant(node);
                case "enum_body_declarations" -> node.parts().forEach(this::member);
                case "ERROR" ->
                    node.parts().stream().filter(part -> !part.is("ERROR")).forEach(this::member);
                case "method_declaration", "annotation_type_element_declaration" ->
                    function(node, Declared.simpleName(node), Declared.isStatic(node));
                case "constructor_declaration" -> function(node, FunctionDeclaration.CONSTRUCTOR, false);
                case "compact_constructor_declaration" -> {} // with the components
                case "static_initializer" -> node.child("block").ifPresent(block -> initialise(true, block));
                case "block" -> initialise(false, node);
                default -> {
                    Declared nested = declared.nested.get(Declared.simpleName(node));
                    if (Declared.isClass(node) && nested != null) {
                        lower(node, nested, around);
                    } else if (Declared.isClass(node) && declared.enclosing != null) {
                        file.leaveOut();
                    }
                }
            }
        }

        private void initialise(boolean isStatic, Node block) {
            Frame frame = frame(block);
            Statement done = new Statements(file, frame).of(block);
            List<Statement> all = initialisers.computeIfAbsent(isStatic, key -> new ArrayList<>());
            all.addAll(frame.prologue(block.span()));
            all.add(done);
        }

        private void field(Node node) {
            Frame frame = frame(node);
            Expressions expressions = new Statements(file, frame).expressions();
            boolean isStatic = declared.isInterface || Declared.isStatic(node);
            List<Annotation> annotations = new Annotations(file.types(), expressions).on(node, declared);
            String type = node.at("type").map(frame::type).orElse(null);
            for (Node declarator : node.allAt("declarator")) {
                fields.add(new Field(
                        Declared.simpleName(declarator),
                        type == null ? null : type + TypeNames.dimensions(declarator),
                        declarator.at("value").map(expressions::of).orElse(null),
                        isStatic,
                        annotations,
                        declarator.span()));
            }
        }

        private void constant(Node node) {
            Frame frame = frame(node);
            Expressions expressions = new Statements(file, frame).expressions();
            Node body = node.at("body").orElse(null);
            ClassDeclaration special = body == null ? null : enumConstant(body, frame, node);
            Expression value = new Expression.New(
                    new Symbol(declared.name, node.span()), expressions.arguments(node), special, node.span());
            fields.add(new Field(
                    Declared.simpleName(node),
                    declared.name,
                    value,
                    true,
                    new Annotations(file.types(), expressions).on(node, declared),
                    node.span()));
        }

        private ClassDeclaration enumConstant(Node body, Frame frame, Node node) {
            String name = file.untaken(declared.name + "%" + node.span().line());
            Declared special = Declared.anonymous(body, null, name, declared);
            special.supers.add(declared.name);
            file.types().add(special);
            return new Body(special, frame).of(body, body, List.of());
        }

        private void function(Node node, String name, boolean isStatic) {
            Frame frame = frame(node);
            Statements statements = new Statements(file, frame);
            List<Parameter> parameters = new Parameters(file, frame).of(node, statements.expressions());
            List<Annotation> annotations = new Annotations(file.types(), statements.expressions()).on(node, declared);
            String result = node.at("type")
                    .map(frame::type)
                    .map(type -> type + TypeNames.dimensions(node))
                    .orElse(null);
            Node body = node.at("body").orElse(null);
            Optional<Statement> query =
                    body == null ? DeclaredQueries.body(annotations, parameters, node.span()) : Optional.empty();
            Statement done = body == null ? query.orElse(Statement.nothing()) : statements.of(body);
            if (body != null) {
                form(name, parameters, done).ifPresent(annotations::add);
            }
            if (name.equals("main") && types(parameters).equals(List.of("java.lang.String[]"))) {
                annotations.add(new Annotation("%main", List.of()));
            }
            methods.add(new FunctionDeclaration(
                    name,
                    parameters,
                    begun(frame, done, node.span()),
                    result,
                    annotations,
                    isStatic,
                    body == null && query.isEmpty(),
                    node.span()));
        }

        /**
         * Where a program begins is {@code %main} to rules and models. Methods that do nothing, or only say yes, are wrong where they should check something; rules ask for them as if they were annotated: {@code
         * %empty.check(java.lang.String)}, {@code %true.check(java.lang.String)}.
         */
        private static Optional<Annotation> form(String name, List<Parameter> parameters, Statement body) {
            String form = null;
            if (body instanceof Block(List<Statement> all) && all.size() <= 1) {
                form = all.isEmpty() || all.getFirst() instanceof Statement.Return end && end.value() == null
                        ? "%empty."
                        : all.getFirst() instanceof Statement.Return end
                                        && end.value() instanceof Expression.Literal literal
                                        && Boolean.TRUE.equals(literal.value())
                                ? "%true."
                                : null;
            }
            return Optional.ofNullable(form)
                    .map(kind ->
                            new Annotation(kind + name + "(" + String.join(",", types(parameters)) + ")", List.of()));
        }

        private static Statement begun(Frame frame, Statement body, Span span) {
            List<Statement> first = frame.prologue(span);
            if (first.isEmpty()) {
                return body;
            }
            List<Statement> all = new ArrayList<>(first);
            all.add(body);
            return new Block(all);
        }

        private List<Parameter> components(Node record) {
            Frame frame = frame(record);
            List<Parameter> components =
                    new Parameters(file, frame).of(record, new Statements(file, frame).expressions());
            for (Parameter component : components) {
                fields.add(new Field(
                        component.name(), component.type(), null, false, component.annotations(), component.span()));
            }
            return components;
        }

        /** The constructor and the accessors that a record has unless it says otherwise. */
        private void byForm(Node record, List<Parameter> components) {
            Node compact = record.at("body")
                    .flatMap(body -> body.child("compact_constructor_declaration"))
                    .orElse(null);
            boolean written = methods.stream()
                    .anyMatch(method -> method.name().equals(FunctionDeclaration.CONSTRUCTOR)
                            && types(method.parameters()).equals(types(components)));
            if (!written) {
                methods.add(canonical(record, compact, components));
            }
            for (Parameter component : components) {
                boolean own = methods.stream()
                        .anyMatch(method -> method.name().equals(component.name())
                                && method.parameters().isEmpty());
                if (!own) {
                    methods.add(method(
                            component.name(),
                            List.of(),
                            new Statement.Return(field(component), component.span()),
                            component.type(),
                            component.annotations(),
                            false,
                            component.span()));
                }
            }
        }

        private FunctionDeclaration canonical(Node record, @Nullable Node compact, List<Parameter> components) {
            Frame frame = frame(record);
            Statements statements = new Statements(file, frame);
            new Parameters(file, frame).of(record, statements.expressions());
            List<Statement> all = new ArrayList<>();
            if (compact != null) {
                compact.at("body").ifPresent(body -> all.addAll(statements.list(body.parts())));
                all.addAll(0, frame.prologue(compact.span()));
            }
            for (Parameter component : components) {
                all.add(new Statement.Evaluate(
                        new Expression.Assignment(field(component), component.target(), component.span())));
            }
            Span span = compact == null ? record.span() : compact.span();
            return method(FunctionDeclaration.CONSTRUCTOR, components, new Block(all), null, List.of(), false, span);
        }

        private static Expression field(Parameter component) {
            return new Member(new Name(Name.THIS, component.span()), component.name(), component.span());
        }

        private static List<String> types(List<Parameter> parameters) {
            return parameters.stream()
                    .map(parameter -> Objects.requireNonNullElse(parameter.type(), "?"))
                    .toList();
        }

        private static FunctionDeclaration method(
                String name,
                List<Parameter> parameters,
                Statement body,
                @Nullable String result,
                List<Annotation> annotations,
                boolean isStatic,
                Span span) {
            return new FunctionDeclaration(name, parameters, body, result, annotations, isStatic, false, span);
        }
    }
}
