package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Classes as they were written before there were any: a function whose prototype is given functions ({@code Foo.prototype.bar = function …}), or one with a
 * capital letter that gives members to {@code this}, becomes a class with these methods and itself as constructor.
 */
final class Prototypes {

    private final Lowering lowering;

    Prototypes(Lowering lowering) {
        this.lowering = lowering;
    }

    /** The classes that statements of one block make. */
    static final class Found {
        private final Map<String, Made> classes = new HashMap<>();
        private final Set<Node> read = new HashSet<>();

        boolean isClass(String name) {
            return classes.containsKey(name);
        }

        Made of(String name) {
            return classes.getOrDefault(name, new Made());
        }

        /** Whether a statement is all read. */
        boolean read(Node node) {
            return read.contains(node);
        }
    }

    /** What a class of this kind is made of. */
    static final class Made {
        private final Map<String, Node> methods = new HashMap<>();
        private final List<String> supertypes = new ArrayList<>();
    }

    Found find(List<Node> nodes) {
        Found found = new Found();
        Set<String> functions = new HashSet<>();
        for (Node each : nodes) {
            Node node = Hoisted.declaration(each);
            if (node.is("function_declaration")) {
                String name = node.at("name").map(Node::text).orElse("");
                functions.add(name);
                if (!name.isEmpty() && Character.isUpperCase(name.charAt(0)) && givesMembers(node)) {
                    found.classes.put(name, new Made());
                }
            }
        }
        if (functions.isEmpty()) {
            return found;
        }
        for (Node each : nodes) {
            if (each.is("expression_statement") && !each.parts().isEmpty()) {
                statement(each, each.parts().getFirst(), functions, found);
            }
        }
        return found;
    }

    private static boolean givesMembers(Node function) {
        Deque<Node> open = new ArrayDeque<>();
        function.at("body").ifPresent(open::push);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.is("assignment_expression")
                    && node.at("left")
                            .filter(left -> left.is("member_expression"))
                            .flatMap(left -> left.at("object"))
                            .filter(object -> object.is("this"))
                            .isPresent()) {
                return true;
            }
            if (!node.is("function_declaration") && !node.is("function_expression") && !node.is("class_body")) {
                node.children().forEach(open::push);
            }
        }
        return false;
    }

    private void statement(Node statement, Node node, Set<String> functions, Found found) {
        if (node.is("assignment_expression")) {
            Node left = node.at("left").orElse(node);
            Node right = node.at("right").orElse(node);
            String[] parts = left.is("member_expression") ? left.text().split("\\.") : new String[0];
            if (parts.length < 2 || !functions.contains(parts[0]) || !parts[1].equals("prototype")) {
                return;
            }
            if (parts.length == 3 && right.type().endsWith("function_expression")) {
                made(found, parts[0]).methods.put(parts[2], right);
                found.read.add(statement);
            } else if (parts.length == 2 && right.is("object")) {
                members(right, made(found, parts[0]));
                found.read.add(statement);
            } else if (parts.length == 2) {
                inherited(right, made(found, parts[0]), functions, found);
            }
        } else if (node.is("call_expression") && inherits(node)) {
            List<Node> given = node.at("arguments").map(Node::parts).orElse(List.of());
            if (given.size() == 2 && functions.contains(given.getFirst().text())) {
                supertype(given.get(1).text(), made(found, given.getFirst().text()), functions, found);
            }
        }
    }

    private static boolean inherits(Node call) {
        Node callee = call.at("function").orElse(call);
        Node name = callee.is("member_expression") ? callee.at("property").orElse(callee) : callee;
        return !name.is("call_expression") && name.text().equals("inherits");
    }

    private static Made made(Found found, String name) {
        return found.classes.computeIfAbsent(name, fresh -> new Made());
    }

    private static void members(Node object, Made made) {
        for (Node part : object.parts()) {
            if (part.is("method_definition")) {
                part.at("name").ifPresent(name -> made.methods.put(name.text(), part));
            } else if (part.is("pair")) {
                part.at("value")
                        .filter(value -> value.is("function_expression"))
                        .ifPresent(value -> part.at("key").ifPresent(key -> made.methods.put(key.text(), value)));
            }
        }
    }

    /** {@code Object.create(Base.prototype)} or {@code new Base()}. */
    private void inherited(Node value, Made made, Set<String> functions, Found found) {
        if (value.is("call_expression")) {
            value.at("arguments")
                    .map(Node::text)
                    .filter(text -> text.endsWith(".prototype)"))
                    .map(text -> text.substring(1, text.length() - ".prototype)".length()))
                    .ifPresent(name -> supertype(name, made, functions, found));
        } else if (value.is("new_expression")) {
            value.at("constructor").ifPresent(type -> supertype(type.text(), made, functions, found));
        }
    }

    /** What something inherits from is a class too, if it stands beside it. */
    private void supertype(String name, Made made, Set<String> functions, Found found) {
        if (functions.contains(name)) {
            made(found, name);
            lowering.types.declared(name);
        }
        made.supertypes.add(lowering.types.full(name));
    }

    /** Declares a function as such a class. */
    void declare(String name, Node function, Made made) {
        List<FunctionDeclaration> methods = new ArrayList<>();
        methods.add(lowering.functions.declaration(function, FunctionDeclaration.CONSTRUCTOR, List.of(), List.of()));
        made.methods.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> methods.add(
                        lowering.functions.declaration(each.getValue(), each.getKey(), List.of(), List.of())));
        ClassDeclaration declaration = new ClassDeclaration(
                lowering.module + "." + name, made.supertypes, List.of(), methods, List.of(), function.span());
        lowering.classMaker.add(declaration);
        lowering.add(new Statement.DeclareClass(declaration));
    }
}
