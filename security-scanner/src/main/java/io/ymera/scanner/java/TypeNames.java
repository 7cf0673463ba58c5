package io.ymera.scanner.java;

import io.ymera.scanner.ir.Names;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the simple names of a file mean: its package, imports and classes (the Java Language Specification, 6.4.1 and 7.5). */
final class TypeNames {

    private final Names names;
    private final String packageName;
    private final Map<String, String> imports = new HashMap<>();
    private final List<String> wildcards = new ArrayList<>();
    private final Map<String, String> staticImports = new HashMap<>();
    private final List<String> staticWildcards = new ArrayList<>();
    private final Map<String, Declared> top = new LinkedHashMap<>();
    private final Map<String, Declared> all = new HashMap<>();
    private boolean modules;

    TypeNames(Node program, Names names) {
        this.names = names;
        this.packageName = program.child("package_declaration")
                .flatMap(node -> node.parts().stream()
                        .filter(part -> part.is("scoped_identifier") || part.is("identifier"))
                        .findFirst())
                .map(TypeNames::dotted)
                .orElse("");
        for (Node node : program.parts()) {
            if (node.is("import_declaration")) {
                read(node);
            } else if (Declared.isClass(node)) {
                String simple = Declared.simpleName(node);
                top.put(simple, Declared.of(node, qualified(simple), null));
            }
        }
        top.values().forEach(this::add);
    }

    String packageName() {
        return packageName;
    }

    /** The full name of a class of the package. */
    String qualified(String simple) {
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }

    /** A class that stands in no other. */
    Declared top(String simple) {
        return Objects.requireNonNull(top.get(simple));
    }

    /** Makes a class and those in it known, and resolves their supertypes. */
    void add(Declared declared) {
        all.put(declared.name, declared);
        for (Node supertype : declared.supertypes) {
            String name = erased(supertype, declared);
            if (name != null) {
                declared.supers.add(name);
            }
        }
        declared.nested.values().forEach(this::add);
    }

    /** A class of this file, by its full name. */
    @Nullable
    Declared declared(String name) {
        return all.get(name);
    }

    /** A record of this file by its simple name, wherever it is nested. */
    Optional<Declared> record(String simple) {
        return all.values().stream()
                .filter(one -> !one.components.isEmpty() && one.name.endsWith("." + simple))
                .min(Comparator.comparing(one -> one.name));
    }

    /** The type of an explicit static import of this member. */
    @Nullable
    String staticImport(String member) {
        return staticImports.get(member);
    }

    /** The first type of which all static members are imported; with several, the file alone does not say which it is. */
    Optional<String> staticWildcard() {
        return staticWildcards.stream().findFirst();
    }

    /** Whether there is a type of this full name. */
    boolean isType(String name) {
        int dot = name.lastIndexOf('.');
        return all.containsKey(name)
                || names.isType(name)
                || dot > 0 && Jdk.has(name.substring(0, dot), name.substring(dot + 1));
    }

    /** The full name of a type by its simple one, as seen from a class; null if it is not known. */
    @Nullable
    String resolve(String simple, @Nullable Declared from) {
        for (Declared one = from; one != null; one = one.enclosing) {
            String found = member(simple, one, 0);
            if (found != null) {
                return found;
            }
        }
        if (top.containsKey(simple)) {
            return qualified(simple);
        }
        String imported = imports.get(simple);
        if (imported != null) {
            return imported;
        }
        String staticType = staticImports.get(simple);
        if (staticType != null && isType(staticType + "." + simple)) {
            return staticType + "." + simple;
        }
        if (names.isType(qualified(simple))) {
            return qualified(simple);
        }
        return onDemand(simple);
    }

    private @Nullable String member(String simple, Declared in, int depth) {
        if (in.name.endsWith("." + simple) || in.name.equals(simple)) {
            return in.name;
        }
        Declared nested = in.nested.get(simple);
        if (nested != null) {
            return nested.name;
        }
        for (String supertype : in.supers) {
            Declared known = all.get(supertype);
            String found = known == null || depth > 20
                    ? names.isType(supertype + "." + simple) ? supertype + "." + simple : null
                    : known == in ? null : inherited(simple, known, depth);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String inherited(String simple, Declared from, int depth) {
        return from.name.endsWith("." + simple) ? null : member(simple, from, depth + 1);
    }

    private @Nullable String onDemand(String simple) {
        for (String wildcard : wildcards) {
            if (isType(wildcard + "." + simple)) {
                return wildcard + "." + simple;
            }
        }
        for (String wildcard : staticWildcards) {
            if (isType(wildcard + "." + simple)) {
                return wildcard + "." + simple;
            }
        }
        if (Jdk.has("java.lang", simple)) {
            return "java.lang." + simple;
        }
        if (modules) {
            return Jdk.packagesWith("java", simple).stream()
                    .findFirst()
                    .map(found -> found + "." + simple)
                    .orElse(null);
        }
        return null;
    }

    /**
     * The full name of a type without its arguments, with {@code []} for each dimension; a type variable is what it extends.
     *
     * @return null for {@code var}, for a type variable that may be anything, and for what is no type
     */
    @Nullable
    String erased(Node type, @Nullable Declared from) {
        return switch (type.type()) {
            case "type_identifier", "identifier" -> simple(type.text(), from);
            case "scoped_type_identifier", "scoped_identifier", "field_access" -> chain(dotted(type), from);
            case "generic_type", "annotated_type", "type_pattern" -> {
                Node inner = null;
                for (Node part : type.parts()) {
                    if (!part.type().endsWith("annotation") && !part.is("type_arguments")) {
                        inner = part;
                        break;
                    }
                }
                yield inner == null ? null : erased(inner, from);
            }
            case "array_type" -> {
                String element =
                        type.at("element").map(node -> erased(node, from)).orElse(null);
                yield element == null ? null : element + dimensions(type);
            }
            case "integral_type", "floating_point_type", "boolean_type", "void_type" -> type.text();
            default -> null;
        };
    }

    /** {@code []} for each dimension that is written behind a name or in a type. */
    static String dimensions(Node node) {
        int count = 0;
        for (Node child : node.children()) {
            if (child.is("dimensions")) {
                for (Node sign : child.children()) {
                    count += sign.is("[") ? 1 : 0;
                }
            }
        }
        return "[]".repeat(Math.min(count, 255));
    }

    private @Nullable String simple(String name, @Nullable Declared from) {
        if (name.equals("var")) {
            return null;
        }
        for (Declared one = from; one != null; one = one.enclosing) {
            if (one.variables.containsKey(name)) {
                Node bound = one.variables.get(name);
                return bound == null || one.variables.containsKey(bound.text()) ? null : erased(bound, one);
            }
        }
        String found = resolve(name, from);
        return found == null ? name : found;
    }

    /** A dotted name whose beginning may be a package, a type, or a type of this file. */
    private String chain(String dotted, @Nullable Declared from) {
        int dot = dotted.indexOf('.');
        if (dot < 0) {
            return dotted;
        }
        String first = dotted.substring(0, dot);
        String found = resolve(first, from);
        return found == null ? dotted : found + dotted.substring(dot);
    }

    /** The identifiers of a dotted name, without annotations and type arguments. */
    static String dotted(Node node) {
        if (node.children().isEmpty()) {
            return node.text();
        }
        StringBuilder all = new StringBuilder();
        int depth = 0;
        List<Node> open = new ArrayList<>(List.of(node));
        // The grammar nests them to the left, as deep as they are long
        while (!open.isEmpty() && depth++ < 1_000) {
            Node next = open.removeLast();
            if (next.children().isEmpty() && next.named()) {
                all.insert(0, all.isEmpty() ? next.text() : next.text() + ".");
                continue;
            }
            for (Node part : next.parts()) {
                if (!part.is("type_arguments") && !part.type().endsWith("annotation")) {
                    open.add(part);
                }
            }
        }
        return all.toString();
    }

    private void read(Node node) {
        Optional<Node> name = node.parts().stream()
                .filter(part -> part.is("scoped_identifier") || part.is("identifier"))
                .findFirst();
        if (name.isEmpty()) {
            return;
        }
        String full = dotted(name.get());
        boolean isStatic = node.has("static");
        if (full.startsWith("module.")) {
            // The grammar does not know module imports yet
            modules = true;
        } else if (node.has("asterisk")) {
            (isStatic ? staticWildcards : wildcards).add(full);
        } else {
            int dot = full.lastIndexOf('.');
            String simple = full.substring(dot + 1);
            if (!isStatic) {
                imports.put(simple, full);
            } else if (dot > 0) {
                staticImports.put(simple, full.substring(0, dot));
            }
        }
    }
}
