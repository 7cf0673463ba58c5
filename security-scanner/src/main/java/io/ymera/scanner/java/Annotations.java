package io.ymera.scanner.java;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;

/** Annotations. An argument named {@code value} has no name, so that both ways to write it are one. */
final class Annotations {

    private final TypeNames types;
    private final Expressions expressions;

    Annotations(TypeNames types, Expressions expressions) {
        this.types = types;
        this.expressions = expressions;
    }

    /** Those of a declaration. */
    List<Annotation> on(Node declaration, Declared owner) {
        List<Annotation> all = new ArrayList<>();
        declaration.child("modifiers").ifPresent(modifiers -> {
            for (Node node : modifiers.parts()) {
                if (node.type().endsWith("annotation")) {
                    all.add(of(node, owner));
                }
            }
        });
        return all;
    }

    Annotation of(Node node, Declared owner) {
        List<Argument> arguments = new ArrayList<>();
        node.at("arguments").ifPresent(list -> {
            for (Node part : list.parts()) {
                arguments.add(argument(part));
            }
        });
        arguments.sort((a, b) -> Boolean.compare(a.name() != null, b.name() != null));
        String name = node.at("name").map(type -> types.erased(type, owner)).orElse(null);
        return new Annotation(name == null ? "" : name, arguments);
    }

    private Argument argument(Node node) {
        if (!node.is("element_value_pair")) {
            return Argument.of(expressions.of(node));
        }
        String key = node.at("key").map(Node::text).orElse("value");
        var value = node.at("value").map(expressions::of).orElseGet(() -> expressions.unknown(node));
        return new Argument(key.equals("value") ? null : key, value, false);
    }
}
