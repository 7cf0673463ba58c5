package io.ymera.scanner.python;

import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what names a scope binds, and what they evidently are, before it is lowered: Python's names hold for all of their scope. */
final class Binder {

    private static final Set<String> OTHER_SCOPES = Set.of(
            "lambda", "list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression");

    private final Lowering file;
    private final Scope scope;
    /** {@code x = C()}: looked at last, as what C is may stand below. */
    private final List<Node> assignments = new ArrayList<>();

    private Binder(Lowering file, Scope scope) {
        this.file = file;
        this.scope = scope;
    }

    /** Notes all names of a scope's body. */
    static void bind(Lowering file, Scope scope, Node body) {
        Binder binder = new Binder(file, scope);
        Deque<Node> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (binder.visit(node)) {
                List<Node> children = node.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i));
                }
            }
        }
        for (Node assignment : binder.assignments) {
            binder.evident(assignment);
        }
    }

    /** Whether what is below is of this scope too. */
    private boolean visit(Node node) {
        switch (node.type()) {
            case "function_definition", "class_definition" -> {
                node.at("name").ifPresent(name -> {
                    scope.bound.add(name.text());
                    scope.full.put(name.text(), scope.path + "." + name.text());
                });
                return false;
            }
            case "assignment" -> {
                node.at("left").ifPresent(this::target);
                assignments.add(node);
            }
            case "augmented_assignment", "for_statement" -> node.at("left").ifPresent(this::target);
            case "named_expression" -> node.at("name").ifPresent(this::target);
            case "as_pattern_target" -> node.children().forEach(this::target);
            case "import_statement", "import_from_statement" -> imports(node);
            case "global_statement", "nonlocal_statement" ->
                Lowering.parts(node).forEach(name -> scope.elsewhere.add(name.text()));
            case "type_alias_statement" -> alias(node);
            case "case_pattern" -> capture(node);
            case "decorator" -> {}
            default -> {
                if (OTHER_SCOPES.contains(node.type())) {
                    walrus(node);
                    return false;
                }
            }
        }
        return true;
    }

    /** {@code :=} in a comprehension binds in the function around it. */
    private void walrus(Node comprehension) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(comprehension);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.is("named_expression")) {
                node.at("name").ifPresent(this::target);
            }
            if (!node.is("lambda")) {
                node.children().forEach(open::push);
            }
        }
    }

    private void target(Node node) {
        target(scope, node);
    }

    /** Binds the names in what stands left of {@code =}. */
    static void target(Scope scope, Node node) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty()) {
            Node target = open.pop();
            switch (target.type()) {
                case "identifier" -> scope.bound.add(target.text());
                case "pattern_list",
                        "tuple_pattern",
                        "list_pattern",
                        "list_splat_pattern",
                        "tuple",
                        "list",
                        "expression_list",
                        "parenthesized_expression",
                        "list_splat" -> target.children().forEach(open::push);
                default -> {}
            }
        }
    }

    private void imports(Node node) {
        for (Imports.Binding binding : file.imports.of(node)) {
            scope.bound.add(binding.name());
            scope.full.put(binding.name(), binding.symbol());
        }
    }

    private void alias(Node node) {
        Optional<Node> left = node.at("left");
        Optional<Node> right = node.at("right");
        if (left.isPresent() && right.isPresent()) {
            scope.bound.add(left.get().text());
            scope.aliases.put(left.get().text(), right.get());
        }
    }

    private void capture(Node pattern) {
        for (Node part : Lowering.parts(pattern)) {
            if (part.is("dotted_name") && Lowering.parts(part).size() == 1) {
                scope.bound.add(part.text());
            } else if (part.is("as_pattern") || part.is("splat_pattern")) {
                part.children().stream().filter(child -> child.is("identifier")).forEach(this::target);
            } else if (part.is("keyword_pattern") || part.is("class_pattern") || part.is("dict_pattern")) {
                patterns(part);
            }
        }
    }

    private void patterns(Node pattern) {
        for (Node part : Lowering.parts(pattern)) {
            if (part.is("splat_pattern")) {
                part.children().stream().filter(child -> child.is("identifier")).forEach(this::target);
            }
        }
        List<Node> parts = Lowering.parts(pattern);
        if (pattern.is("keyword_pattern") && parts.size() > 1 && parts.getLast().is("dotted_name")) {
            scope.bound.add(parts.getLast().text());
        }
    }

    /** What a variable is if it is only assigned in one way, and that way is plain. */
    private void evident(Node assignment) {
        Optional<Node> left = assignment.at("left");
        if (left.isEmpty() || !left.get().is("identifier")) {
            return;
        }
        String name = left.get().text();
        Optional<Node> type = assignment.at("type");
        Optional<Node> right = assignment.at("right");
        if (type.isPresent()) {
            scope.declared.put(name, type.get());
            @Nullable String declared = file.types.of(type.get(), scope);
            if (declared != null) {
                scope.instances.put(name, declared);
            }
            return;
        }
        if (right.isEmpty()) {
            return;
        }
        Node value = right.get();
        if (value.is("subscript") || value.is("generic_type")) {
            scope.aliases.put(name, value);
        } else if (value.is("call")) {
            value.at("function").map(callee -> file.types.dotted(callee, scope)).ifPresent(callee -> {
                String simple = callee.substring(callee.lastIndexOf('.') + 1);
                if (!simple.isEmpty() && Character.isUpperCase(simple.charAt(0))) {
                    scope.instances.put(name, callee);
                }
            });
        } else if (scope.kind == Scope.Kind.MODULE && (value.is("identifier") || value.is("attribute"))) {
            @Nullable String same = file.types.dotted(value, scope);
            if (same != null && same.contains(".")) {
                scope.full.putIfAbsent(name, same);
            }
        }
    }
}
