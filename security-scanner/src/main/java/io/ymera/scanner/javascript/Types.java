package io.ymera.scanner.javascript;

import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The full names of types, as far as the file's imports and declarations say them. */
final class Types {

    private static final Map<String, String> PRIMITIVES = Map.of(
            "string", "String", "number", "number", "boolean", "boolean", "bigint", "number", "symbol", "Symbol");
    /** Types that are, for us, what they are made of. */
    private static final Set<String> TRANSPARENT =
            Set.of("Promise", "PromiseLike", "Awaited", "Readonly", "Partial", "Required", "NonNullable");

    private static final Set<String> NOTHING = Set.of("null", "undefined", "void", "never");
    /** A chain of aliases is not followed further. */
    private static final int LONGEST = 20;

    private final Lowering lowering;
    private final Map<String, String> bound = new HashMap<>();
    private final Map<String, Node> aliases = new HashMap<>();
    private final Set<String> parameters = new HashSet<>();
    private final Set<String> own = new HashSet<>();
    private int followed;

    Types(Lowering lowering) {
        this.lowering = lowering;
    }

    /** Finds what a file declares, wherever. */
    void scan(Node root) {
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            switch (node.type()) {
                case "type_parameter" -> node.at("name").ifPresent(name -> parameters.add(name.text()));
                case "class_declaration", "abstract_class_declaration", "interface_declaration", "enum_declaration" ->
                    node.at("name").ifPresent(name -> own.add(name.text()));
                case "type_alias_declaration" ->
                    node.at("name")
                            .ifPresent(name -> node.at("value").ifPresent(value -> aliases.put(name.text(), value)));
                default -> {}
            }
            node.children().forEach(open::push);
        }
    }

    /** A name of the file means something outside. */
    void bind(String name, String full) {
        bound.put(name, full);
    }

    void declared(String name) {
        own.add(name);
    }

    boolean isDeclared(String name) {
        return own.contains(name);
    }

    /** What a name with dots, as it is written, means in full. */
    String full(String written) {
        int dot = written.indexOf('.');
        String first = dot < 0 ? written : written.substring(0, dot);
        String rest = dot < 0 ? "" : written.substring(dot);
        String found = bound.get(first);
        if (found != null) {
            return found + rest;
        }
        return own.contains(first) ? lowering.module + "." + lowering.name(first) + rest : written;
    }

    /** The types that an interface extends. */
    List<String> supertypes(Node node) {
        List<String> names = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.is("extends_type_clause")) {
                for (Node part : child.parts()) {
                    String full = of(part);
                    if (full != null) {
                        names.add(full);
                    }
                }
            }
        }
        return names;
    }

    /** A type's full name; null if it says nothing that counts. */
    @Nullable
    String of(Node node) {
        return lowering.down(() -> plain(node), null);
    }

    private @Nullable String plain(Node node) {
        return switch (node.type()) {
            case "predefined_type" -> PRIMITIVES.get(node.text());
            case "type_identifier", "identifier" -> named(node.text());
            case "nested_type_identifier" -> full(node.text());
            case "array_type", "tuple_type" -> "Array";
            case "template_literal_type" -> "String";
            case "literal_type" ->
                node.parts().isEmpty() ? null : literal(node.parts().getFirst());
            case "type_predicate_annotation" -> "boolean";
            case "generic_type" -> generic(node);
            case "union_type" -> union(node);
            case "intersection_type" -> {
                for (Node part : node.parts()) {
                    String found = of(part);
                    if (found != null) {
                        yield found;
                    }
                }
                yield null;
            }
            case "type_annotation", "parenthesized_type", "readonly_type", "optional_type" ->
                node.parts().isEmpty() ? null : of(node.parts().getLast());
            default -> null;
        };
    }

    private @Nullable String named(String name) {
        if (parameters.contains(name)) {
            return null;
        }
        Node alias = aliases.get(name);
        if (alias == null) {
            return full(name);
        }
        if (followed >= LONGEST) {
            return null;
        }
        followed++;
        try {
            return of(alias);
        } finally {
            followed--;
        }
    }

    private static @Nullable String literal(Node node) {
        return switch (node.type()) {
            case "string" -> "String";
            case "number", "unary_expression" -> "number";
            case "true", "false" -> "boolean";
            default -> null;
        };
    }

    private @Nullable String generic(Node node) {
        String name = node.at("name").map(Node::text).orElse("");
        if (TRANSPARENT.contains(name)) {
            return node.at("type_arguments")
                    .filter(arguments -> !arguments.parts().isEmpty())
                    .map(arguments -> of(arguments.parts().getFirst()))
                    .orElse(null);
        }
        return switch (name) {
            case "ReadonlyArray" -> "Array";
            case "Record", "Omit", "Pick", "ReturnType", "InstanceType", "Exclude", "Extract" -> null;
            default -> name.contains(".") ? full(name) : named(name);
        };
    }

    /** A union is the one type that all its parts are, but for those that are nothing. */
    private @Nullable String union(Node node) {
        Set<@Nullable String> found = new HashSet<>();
        for (Node part : node.parts()) {
            if (!NOTHING.contains(part.text())) {
                found.add(of(part));
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
