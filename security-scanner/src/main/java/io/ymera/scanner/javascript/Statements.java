package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements. Functions of a block are declared first, and so are variables with {@code var} that stand deeper in a function. */
final class Statements {

    private final Lowering lowering;
    private final Prototypes prototypes;

    Statements(Lowering lowering) {
        this.lowering = lowering;
        this.prototypes = new Prototypes(lowering);
    }

    /** A whole file. */
    void program(Node root) {
        lowering.types.scan(root);
        List<Node> nodes = root.parts();
        Hoisted.names(nodes).forEach(lowering.scope::declare);
        lowering.modules.imports(nodes);
        variables(root, nodes);
        body(nodes);
        lowering.modules.finish();
    }

    void functionBody(Node block) {
        List<Node> nodes = block.parts();
        Hoisted.names(nodes).forEach(lowering.scope::declare);
        variables(block, nodes);
        body(nodes);
    }

    private void variables(Node all, List<Node> nodes) {
        Set<String> deeper = Hoisted.variables(all);
        deeper.removeAll(Hoisted.names(nodes));
        for (String name : deeper) {
            if (lowering.scope.find(name) == null || !lowering.scope.own(name)) {
                lowering.scope.declare(name);
                lowering.declare(name, null, null, all.span());
            }
        }
    }

    /** A block with a scope of its own; any statement is one. */
    Statement.Block block(Node node) {
        return block(node.is("statement_block") ? node.parts() : List.of(node));
    }

    Statement.Block block(List<Node> nodes) {
        return lowering.block(lowering.scope.block(), () -> {
            Hoisted.ofBlock(nodes).forEach(lowering.scope::declare);
            body(nodes);
        });
    }

    /** Statements whose names are known to the scope. */
    void body(List<Node> nodes) {
        Prototypes.Found found = prototypes.find(nodes);
        for (Node node : nodes) {
            Node declaration = Hoisted.declaration(node);
            if (declaration.is("function_declaration") || declaration.is("generator_function_declaration")) {
                function(node, declaration, found);
            }
        }
        for (Node node : nodes) {
            if (!found.read(node)) {
                one(node);
            }
        }
    }

    private void function(Node outer, Node node, Prototypes.Found found) {
        if (outer.has("default") && node.at("name").isEmpty()) {
            return;
        }
        String written = node.at("name").map(Node::text).orElse("");
        String name = lowering.name(written);
        if (found.isClass(written)) {
            prototypes.declare(name, node, found.of(written));
            return;
        }
        String known = outer.has("default") ? Conventions.DEFAULT : written;
        Expression function = new Expression.Function(
                lowering.functions.declaration(node, written, Conventions.of(lowering, node, known), List.of()),
                node.span());
        lowering.declare(name, null, function, node.span());
    }

    private void one(Node node) {
        lowering.down(
                () -> {
                    plain(node);
                    return true;
                },
                false);
    }

    private void plain(Node node) {
        Span span = node.span();
        switch (node.type()) {
            case "expression_statement" -> node.parts().forEach(this::expression);
            case "lexical_declaration", "variable_declaration" -> variables(node);
            case "statement_block" -> lowering.add(block(node));
            case "if_statement" -> choice(node);
            case "for_statement", "for_in_statement", "while_statement", "do_statement" ->
                lowering.loops.loop(node, null);
            case "switch_statement" -> lowering.loops.choice(node);
            case "try_statement" -> attempt(node);
            case "return_statement" -> {
                List<Node> parts = node.parts();
                Expression value = parts.isEmpty() ? null : lowering.expressions.of(parts.getFirst());
                lowering.add(new Statement.Return(value, span));
            }
            case "throw_statement" -> {
                List<Node> parts = node.parts();
                Expression value = parts.isEmpty() ? Lowering.none(node) : lowering.expressions.of(parts.getFirst());
                lowering.add(new Statement.Throw(value, span));
            }
            case "break_statement" -> lowering.add(new Statement.Break(label(node)));
            case "continue_statement" -> lowering.add(new Statement.Continue(label(node)));
            case "labeled_statement" -> labelled(node);
            case "class_declaration", "abstract_class_declaration" -> type(node, List.of());
            case "interface_declaration" -> lowering.classMaker.describe(node);
            case "enum_declaration" -> enumeration(node);
            case "internal_module", "module" -> lowering.modules.namespace(node);
            case "import_alias" -> lowering.modules.alias(node);
            case "export_statement" -> lowering.modules.export(node);
            case "with_statement" -> {
                node.at("object").ifPresent(this::expression);
                node.at("body").map(this::block).ifPresent(lowering::add);
            }
            case "ERROR" -> {
                lowering.incomplete = true;
                body(node.parts());
            }
            // Functions are declared already, imports come first, types have no value
            case "function_declaration",
                    "generator_function_declaration",
                    "function_signature",
                    "import_statement",
                    "type_alias_declaration",
                    "ambient_declaration",
                    "empty_statement",
                    "debugger_statement",
                    "hash_bang_line" -> {}
            default -> expression(node);
        }
    }

    void expression(Node node) {
        if (node.is("internal_module")) {
            lowering.modules.namespace(node);
            return;
        }
        Expression value =
                node.is("update_expression") ? lowering.expressions.update(node, false) : lowering.expressions.of(node);
        lowering.add(new Statement.Evaluate(value));
    }

    /** A class that is declared here, or given by default without a name. */
    void type(Node node, List<Node> decorators) {
        String name = node.at("name").map(Node::text).map(lowering::name).orElse(Conventions.DEFAULT);
        lowering.classMaker.declare(node, name, decorators);
    }

    /** A value that takes the name of what it is given to, if it is a function or class. */
    Expression named(Node value, @Nullable String name) {
        return switch (value.type()) {
            case "arrow_function", "function_expression", "generator_function" -> lowering.functions.value(value, name);
            case "class" -> lowering.classMaker.value(value, null);
            default -> lowering.expressions.of(value);
        };
    }

    void variables(Node node) {
        for (Node each : node.parts()) {
            if (each.is("variable_declarator")) {
                variable(each, node.is("variable_declaration"));
            }
        }
    }

    private void variable(Node node, boolean ofFunction) {
        Node place = node.at("name").orElse(node);
        Node written = node.at("value").orElse(null);
        String type = node.at("type").map(lowering.types::of).orElse(null);
        if (written != null && written.is("class") && place.is("identifier")) {
            String name = lowering.name(place.text());
            lowering.classMaker.declare(written, name, List.of());
            return;
        }
        Expression value = written == null ? null : named(written, place.is("identifier") ? place.text() : null);
        value = type == null ? value : Functions.declared(value, type);
        if (value instanceof Expression.Symbol module
                && Paths.own(module.path())
                && place.is("identifier")
                && required(written)) {
            // All that a file gives may be one object with methods
            value = new Expression.Member(module, Conventions.DEFAULT, module.span());
        }
        boolean deep = ofFunction && lowering.scope.isBlock();
        if (!deep) {
            lowering.patterns.declare(place, type, value);
        } else if (value != null) {
            lowering.add(new Statement.Evaluate(lowering.patterns.assign(place, value, node.span())));
        }
    }

    private static boolean required(@Nullable Node value) {
        return value != null
                && value.at("function")
                        .filter(callee -> callee.is("identifier"))
                        .isPresent();
    }

    private void choice(Node node) {
        Expression test = node.at("condition").map(lowering.expressions::of).orElseGet(() -> Lowering.none(node));
        Statement then = node.at("consequence").map(this::block).orElseGet(() -> new Statement.Block(List.of()));
        Statement otherwise = node.at("alternative")
                .filter(each -> !each.parts().isEmpty())
                .map(each -> block(each.parts().getFirst()))
                .orElseGet(() -> new Statement.Block(List.of()));
        lowering.add(new Statement.If(test, then, otherwise));
    }

    private void attempt(Node node) {
        Statement body = node.at("body").map(this::block).orElseGet(() -> new Statement.Block(List.of()));
        List<Statement.Try.Catch> catches = new ArrayList<>();
        node.at("handler").ifPresent(handler -> catches.add(handler(handler)));
        Statement last = node.at("finalizer")
                .flatMap(each -> each.at("body"))
                .map(this::block)
                .orElseGet(() -> new Statement.Block(List.of()));
        lowering.add(new Statement.Try(body, catches, last));
    }

    private Statement.Try.Catch handler(Node node) {
        Scope inner = lowering.scope.block();
        Node parameter = node.at("parameter").orElse(null);
        String[] variable = {null};
        Statement body = lowering.block(inner, () -> {
            if (parameter != null) {
                Patterns.names(parameter).forEach(inner::declare);
                if (Patterns.isPattern(parameter)) {
                    variable[0] = inner.function.temporary();
                    lowering.patterns.declare(parameter, null, new Expression.Name(variable[0], parameter.span()));
                } else {
                    variable[0] = lowering.name(parameter.text());
                }
            }
            node.at("body").ifPresent(block -> lowering.add(block(block)));
        });
        return new Statement.Try.Catch(variable[0], List.of("Error"), body);
    }

    private static @Nullable String label(Node node) {
        return node.at("label").map(Node::text).orElse(null);
    }

    private void labelled(Node node) {
        String label = node.at("label").map(Node::text).orElse("");
        Node body = node.at("body").orElse(null);
        if (body != null && Loops.isLoop(body)) {
            lowering.loops.loop(body, label);
        } else if (body != null) {
            lowering.add(new Statement.Labelled(label, block(body)));
        }
    }

    /** An object with the numbers or texts as members. */
    private void enumeration(Node node) {
        List<Expression.Collection.Entry> entries = new ArrayList<>();
        long next = 0;
        for (Node each : node.at("body").map(Node::parts).orElse(List.of())) {
            Node name = each.at("name").orElse(each);
            Expression value = each.at("value").map(lowering.expressions::of).orElse(null);
            if (value instanceof Expression.Literal(Long number, var skipped1)) {
                next = number;
            }
            entries.add(new Expression.Collection.Entry(
                    lowering.collections.key(name),
                    value != null ? value : Lowering.literal(next, each.span()),
                    false));
            next++;
        }
        String name = node.at("name").map(Node::text).map(lowering::name).orElse("");
        Expression object = new Expression.Collection(Expression.Collection.Kind.MAP, entries, node.span());
        lowering.declare(name, null, object, node.span());
    }
}
