package io.ymera.scanner.javascript;

import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that statements declare, found before the statements are read. */
final class Hoisted {

    private static final Set<String> OWN_SCOPE = Set.of(
            "function_declaration",
            "generator_function_declaration",
            "function_expression",
            "generator_function",
            "arrow_function",
            "method_definition",
            "class_static_block",
            "class_body");

    private Hoisted() {}

    /** What is exported or what stands there itself. */
    static Node declaration(Node statement) {
        return statement.is("export_statement") ? statement.at("declaration").orElse(statement) : statement;
    }

    /** The names that statements of a block declare for it alone: all but those of {@code var}. */
    static Set<String> ofBlock(List<Node> statements) {
        return names(statements.stream()
                .filter(statement -> !declaration(statement).is("variable_declaration"))
                .toList());
    }

    /** The names that statements themselves declare, not those within them. */
    static Set<String> names(List<Node> statements) {
        Set<String> names = new LinkedHashSet<>();
        for (Node statement : statements) {
            Node node = declaration(statement);
            switch (node.type()) {
                case "lexical_declaration", "variable_declaration" -> declared(node, names);
                case "function_declaration",
                        "generator_function_declaration",
                        "class_declaration",
                        "abstract_class_declaration",
                        "enum_declaration" -> node.at("name").ifPresent(name -> names.add(name.text()));
                case "internal_module", "module" ->
                    node.at("name").filter(name -> !name.is("string")).ifPresent(name -> names.add(first(name.text())));
                case "import_alias" -> node.child("identifier").ifPresent(name -> names.add(name.text()));
                case "expression_statement" ->
                    node.child("internal_module")
                            .flatMap(module -> module.at("name"))
                            .ifPresent(name -> names.add(first(name.text())));
                default -> {}
            }
        }
        return names;
    }

    private static String first(String name) {
        return name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
    }

    private static void declared(Node node, Set<String> names) {
        for (Node each : node.children()) {
            if (each.is("variable_declarator")) {
                each.at("name").ifPresent(name -> names.addAll(Patterns.names(name)));
            }
        }
    }

    /** The names that {@code var} declares anywhere in a function or file. */
    static Set<String> variables(Node body) {
        Set<String> names = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(body.children());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (OWN_SCOPE.contains(node.type())) {
                continue;
            }
            if (node.is("variable_declaration")) {
                declared(node, names);
            } else if (node.is("for_in_statement")
                    && node.at("kind").filter(kind -> kind.is("var")).isPresent()) {
                node.at("left").ifPresent(left -> names.addAll(Patterns.names(left)));
            }
            node.children().forEach(open::push);
        }
        return names;
    }
}
