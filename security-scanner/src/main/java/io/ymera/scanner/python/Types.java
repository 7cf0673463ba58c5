package io.ymera.scanner.python;

import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Full names of types and decorators, as far as the imports of a file tell. */
final class Types {

    /** So deep goes no type that a person wrote. */
    private static final int DEEPEST = 20;

    private static final Set<String> TRANSPARENT = Set.of(
            "typing.Optional",
            "typing.Annotated",
            "typing.Final",
            "typing.ClassVar",
            "typing.Required",
            "typing.NotRequired",
            "typing.Awaitable",
            "typing.Coroutine",
            "dataclasses.InitVar",
            "sqlalchemy.orm.Mapped");

    private static final Map<String, String> BUILT_IN = Map.of(
            "typing.List", "list",
            "typing.Dict", "dict",
            "typing.Set", "set",
            "typing.FrozenSet", "frozenset",
            "typing.Tuple", "tuple",
            "typing.Text", "str",
            "typing.AnyStr", "str",
            "typing.Type", "type");

    private final Globals globals;

    Types(Globals globals) {
        this.globals = globals;
    }

    /** A type and what else {@code Annotated} says of a parameter. */
    record Annotated(@Nullable String type, List<Node> metadata) {}

    /** A type's full name, or null if it has none. */
    @Nullable
    String of(Node type, Scope scope) {
        return annotated(type, scope).type();
    }

    /** A type's full name and its metadata. */
    Annotated annotated(Node type, Scope scope) {
        List<Node> metadata = new ArrayList<>();
        return new Annotated(read(type, scope, metadata, 0), metadata);
    }

    private @Nullable String read(Node node, Scope scope, List<Node> metadata, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        return switch (node.type()) {
            case "type", "parenthesized_expression" ->
                Lowering.parts(node).isEmpty()
                        ? null
                        : read(Lowering.parts(node).getFirst(), scope, metadata, depth + 1);
            case "identifier" -> identifier(node, scope, metadata, depth);
            case "attribute", "member_type", "dotted_name" -> builtIn(dotted(node, scope));
            case "generic_type", "subscript" -> generic(node, scope, metadata, depth);
            case "binary_operator", "union_type" -> union(Lowering.parts(node), scope, metadata, depth);
            case "string" -> quoted(node, scope);
            default -> null;
        };
    }

    private @Nullable String identifier(Node node, Scope scope, List<Node> metadata, int depth) {
        @Nullable Scope home = scope.of(node.text());
        @Nullable Node alias = home == null ? null : home.aliases.get(node.text());
        if (home != null && alias != null) {
            return read(alias, home, metadata, depth + 1);
        }
        return builtIn(dotted(node, scope));
    }

    /** {@code X | None} is X; of several, none is known. */
    private @Nullable String union(List<Node> parts, Scope scope, List<Node> metadata, int depth) {
        @Nullable String only = null;
        for (Node part : parts) {
            if (part.is("none") || part.text().equals("None")) {
                continue;
            }
            @Nullable String type = read(part, scope, metadata, depth + 1);
            if (only != null || type == null) {
                return null;
            }
            only = type;
        }
        return only;
    }

    private @Nullable String generic(Node node, Scope scope, List<Node> metadata, int depth) {
        List<Node> parts = Lowering.parts(node);
        if (parts.isEmpty()) {
            return null;
        }
        @Nullable String name = dotted(parts.getFirst(), scope);
        List<Node> arguments = node.child("type_parameter").map(Lowering::parts).orElse(parts.subList(1, parts.size()));
        if (name == null || arguments.isEmpty()) {
            return builtIn(name);
        }
        String plain = name.replace("typing_extensions.", "typing.");
        if (plain.equals("typing.Union")) {
            return union(arguments, scope, metadata, depth);
        }
        if (TRANSPARENT.contains(plain)) {
            if (plain.equals("typing.Annotated")) {
                for (Node argument : arguments.subList(1, arguments.size())) {
                    metadata.add(
                            argument.is("type") && !Lowering.parts(argument).isEmpty()
                                    ? Lowering.parts(argument).getFirst()
                                    : argument);
                }
            }
            Node what = plain.equals("typing.Coroutine") ? arguments.getLast() : arguments.getFirst();
            return read(what, scope, metadata, depth + 1);
        }
        return builtIn(plain);
    }

    /** {@code "Foo"}: a name that is only known later. */
    private @Nullable String quoted(Node node, Scope scope) {
        String text = node.child("string_content").map(Node::text).orElse("").strip();
        if (text.endsWith("| None")) {
            text = text.substring(0, text.length() - "| None".length()).strip();
        }
        if (text.startsWith("Optional[") && text.endsWith("]")) {
            text = text.substring("Optional[".length(), text.length() - 1);
        }
        int bracket = text.indexOf('[');
        String plain = bracket < 0 ? text : text.substring(0, bracket);
        for (int i = 0; i < plain.length(); i++) {
            if (!Character.isJavaIdentifierPart(plain.charAt(i)) && plain.charAt(i) != '.') {
                return null;
            }
        }
        if (plain.isEmpty()) {
            return null;
        }
        int dot = plain.indexOf('.');
        String first = name(dot < 0 ? plain : plain.substring(0, dot), scope);
        return builtIn(dot < 0 ? first : first + plain.substring(dot));
    }

    private static @Nullable String builtIn(@Nullable String name) {
        return name == null ? null : BUILT_IN.getOrDefault(name, name);
    }

    /**
     * The full name of what an expression of names and dots means; of a variable's member, that of its class's, if that is evident. What is behind a
     * call is only named by itself.
     */
    @Nullable
    String dotted(Node node, Scope scope) {
        StringBuilder behind = new StringBuilder();
        Node at = node;
        while (true) {
            switch (at.type()) {
                case "identifier" -> {
                    return name(at.text(), scope) + behind;
                }
                case "attribute" -> {
                    behind.insert(0, "." + at.at("attribute").map(Node::text).orElse(""));
                    Optional<Node> object = at.at("object");
                    if (object.isEmpty()) {
                        return null;
                    }
                    at = object.get();
                }
                case "member_type", "dotted_name" -> {
                    String text = at.text();
                    int dot = text.indexOf('.');
                    return dot < 0
                            ? name(text, scope) + behind
                            : name(text.substring(0, dot), scope) + text.substring(dot) + behind;
                }
                case "subscript", "type", "parenthesized_expression", "generic_type" -> {
                    List<Node> parts = Lowering.parts(at);
                    if (parts.isEmpty()) {
                        return null;
                    }
                    at = parts.getFirst();
                }
                default -> {
                    return behind.isEmpty() ? null : behind.substring(1);
                }
            }
        }
    }

    private String name(String name, Scope scope) {
        @Nullable Scope home = scope.of(name);
        if (home == null) {
            return globals.named(name);
        }
        @Nullable String known = home.full.get(name);
        if (known != null) {
            return known;
        }
        @Nullable String type = home.instances.get(name);
        if (type != null) {
            return type;
        }
        return home.kind == Scope.Kind.MODULE ? home.path + "." + name : name;
    }
}
