package io.ymera.scanner.java;

import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a class of this file declares, known before anything in it is looked at closely. Written only while it is made.
 */
final class Declared {

    /** Deeper ones are not looked for; nobody writes them. */
    private static final int MOST_NESTED = 50;

    final String name;
    final @Nullable Declared enclosing;
    /** Whether its fields are constants and its nested types static: an interface's. */
    final boolean isInterface;
    /** The names of its fields, and which are static. */
    final Map<String, Boolean> fields = new HashMap<>();
    /** The names of its methods, and which are static. */
    final Map<String, Boolean> methods = new HashMap<>();
    /** By simple name. */
    final Map<String, Declared> nested = new LinkedHashMap<>();
    /** Types behind {@code extends} and {@code implements}, the superclass first. */
    final List<Node> supertypes = new ArrayList<>();
    /** The components of a record, in order. */
    final List<String> components = new ArrayList<>();
    /** Type variables, and what they extend. */
    final Map<String, @Nullable Node> variables = new HashMap<>();
    /** By full name; filled when names are resolved. */
    final List<String> supers = new ArrayList<>();

    private Declared(String name, @Nullable Declared enclosing, boolean isInterface) {
        this.name = name;
        this.enclosing = enclosing;
        this.isInterface = isInterface;
    }

    static boolean isClass(Node node) {
        return switch (node.type()) {
            case "class_declaration",
                    "interface_declaration",
                    "enum_declaration",
                    "record_declaration",
                    "annotation_type_declaration" -> true;
            default -> false;
        };
    }

    static String simpleName(Node node) {
        return node.at("name").map(Node::text).orElse("");
    }

    /** A class, interface, enum, record or annotation, with all that are nested in it. */
    static Declared of(Node node, String name, @Nullable Declared enclosing) {
        boolean isInterface = node.is("interface_declaration") || node.is("annotation_type_declaration");
        Declared made = new Declared(name, enclosing, isInterface);
        node.at("superclass").ifPresent(all -> made.supertypes.addAll(all.parts()));
        node.at("interfaces").ifPresent(made::interfaces);
        node.child("extends_interfaces").ifPresent(made::interfaces);
        made.variables.putAll(typeVariables(node));
        if (node.is("record_declaration")) {
            node.at("parameters").ifPresent(made::components);
        }
        if (node.is("enum_declaration")) {
            made.methods.put("values", true);
            made.methods.put("valueOf", true);
        }
        node.at("body").ifPresent(made::members);
        return made;
    }

    /** An anonymous class: its body and the type behind {@code new}, if it is there. */
    static Declared anonymous(Node body, @Nullable Node type, String name, Declared enclosing) {
        Declared made = new Declared(name, enclosing, false);
        if (type != null) {
            made.supertypes.add(type);
        }
        made.members(body);
        return made;
    }

    /** A file whose methods stand in no class. */
    static Declared implicit(Node program, String name) {
        Declared made = new Declared(name, null, false);
        made.members(program);
        // The file's classes stand beside it
        made.nested.clear();
        return made;
    }

    /** The class itself and those around it. */
    List<Declared> outwards() {
        List<Declared> all = new ArrayList<>();
        for (Declared one = this; one != null; one = one.enclosing) {
            all.add(one);
        }
        return all;
    }

    static Map<String, @Nullable Node> typeVariables(Node node) {
        Map<String, @Nullable Node> found = new HashMap<>();
        node.at("type_parameters").ifPresent(list -> {
            for (Node variable : list.parts()) {
                variable.child("type_identifier")
                        .ifPresent(id -> found.put(
                                id.text(),
                                variable.child("type_bound")
                                        .map(bound -> bound.parts().isEmpty()
                                                ? null
                                                : bound.parts().getFirst())
                                        .orElse(null)));
            }
        });
        return found;
    }

    private void interfaces(Node node) {
        node.child("type_list").ifPresent(list -> supertypes.addAll(list.parts()));
    }

    private void components(Node parameters) {
        for (Node parameter : parameters.parts()) {
            String component = parameterName(parameter);
            components.add(component);
            fields.put(component, false);
            methods.put(component, false);
        }
    }

    static String parameterName(Node parameter) {
        return parameter
                .at("name")
                .or(() -> parameter.child("variable_declarator").flatMap(all -> all.at("name")))
                .map(Node::text)
                .orElse("");
    }

    private void members(Node body) {
        for (Node member : body.parts()) {
            switch (member.type()) {
                case "field_declaration", "constant_declaration" -> {
                    boolean isStatic = isInterface || isStatic(member);
                    for (Node declarator : member.allAt("declarator")) {
                        fields.put(simpleName(declarator), isStatic);
                    }
                }
                case "method_declaration", "annotation_type_element_declaration" ->
                    methods.put(simpleName(member), isStatic(member));
                case "enum_constant" -> fields.put(simpleName(member), true);
                case "enum_body_declarations" -> members(member);
                case "ERROR" -> member.parts().forEach(this::nest);
                default -> nest(member);
            }
        }
    }

    private void nest(Node member) {
        String simple = simpleName(member);
        if (isClass(member) && !simple.isEmpty() && outwards().size() < MOST_NESTED) {
            nested.put(simple, of(member, name + "." + simple, this));
        }
    }

    static boolean isStatic(Node member) {
        return member.child("modifiers").map(all -> all.has("static")).orElse(false);
    }
}
