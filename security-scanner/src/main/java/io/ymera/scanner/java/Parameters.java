package io.ymera.scanner.java;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters of methods, records and lambdas; each becomes a variable of the frame's block. */
final class Parameters {

    private final FileContext file;
    private final Frame frame;

    Parameters(FileContext file, Frame frame) {
        this.file = file;
        this.frame = frame;
    }

    /** Those of something that has {@code parameters} in parentheses. */
    List<Parameter> of(Node declaration, Expressions expressions) {
        List<Parameter> all = new ArrayList<>();
        Optional<Node> list = declaration.at("parameters").filter(node -> node.is("formal_parameters"));
        if (list.isEmpty()) {
            return all;
        }
        for (Node node : list.get().parts()) {
            if (node.is("formal_parameter") || node.is("spread_parameter")) {
                all.add(typed(node, expressions));
            }
        }
        return all;
    }

    List<Parameter> ofLambda(Node lambda) {
        Optional<Node> places = lambda.at("parameters");
        if (places.isEmpty()) {
            return List.of();
        }
        Node list = places.get();
        if (list.is("formal_parameters")) {
            return of(lambda, new Statements(file, frame).expressions());
        }
        List<Node> names = list.is("identifier") ? List.of(list) : list.parts();
        return names.stream().map(this::untyped).toList();
    }

    private Parameter untyped(Node name) {
        return made(name.text(), null, Parameter.Kind.ONE, List.of(), name);
    }

    private Parameter typed(Node node, Expressions expressions) {
        boolean rest = node.is("spread_parameter");
        Optional<Node> type = rest
                ? node.parts().stream()
                        .filter(part -> !part.is("modifiers") && !part.is("variable_declarator"))
                        .findFirst()
                : node.at("type");
        String name = type.map(frame::type).orElse(null);
        if (name != null) {
            name += rest ? "[]" : TypeNames.dimensions(node);
        }
        List<Annotation> annotations =
                new ArrayList<>(new Annotations(file.types(), expressions).on(node, frame.owner()));
        type.filter(part -> part.is("generic_type"))
                .flatMap(part -> part.child("type_arguments"))
                .ifPresent(part -> annotations.add(elements(part)));
        return made(
                Declared.parameterName(node), name, rest ? Parameter.Kind.REST : Parameter.Kind.ONE, annotations, node);
    }

    /** Of which types its elements are. */
    private Annotation elements(Node types) {
        List<Argument> all = new ArrayList<>();
        for (Node type : types.parts()) {
            String name = frame.type(type);
            all.add(Argument.of(new Expression.Symbol(name == null ? type.text() : name, type.span())));
        }
        return new Annotation(Annotation.ELEMENTS, all);
    }

    private Parameter made(
            String name, @Nullable String type, Parameter.Kind kind, List<Annotation> annotations, Node node) {
        frame.scope().declare(name, type);
        return new Parameter(new Expression.Name(name, node.span()), type, null, kind, annotations, node.span());
    }
}
