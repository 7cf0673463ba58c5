package io.ymera.scanner.python;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What import statements bind. */
final class Imports {

    private final Modules modules;
    /** Modules all of whose names are imported, in order. */
    private final List<String> stars = new ArrayList<>();

    Imports(Modules modules) {
        this.modules = modules;
    }

    /**
     * A name and what it means.
     *
     * @param symbol full name
     */
    record Binding(String name, String symbol) {}

    /** Modules all of whose names are imported, as far as their imports have been seen. */
    List<String> stars() {
        return stars;
    }

    /** The assignments that an import is. */
    Statement lower(Node node) {
        List<Statement> statements = new ArrayList<>();
        for (Binding binding : of(node)) {
            statements.add(new Statement.Evaluate(new Expression.Assignment(
                    new Expression.Name(Lowering.variable(binding.name()), node.span()),
                    new Expression.Symbol(binding.symbol(), node.span()),
                    node.span())));
        }
        return statements.size() == 1 ? statements.getFirst() : new Statement.Block(statements);
    }

    /** What an import binds. */
    List<Binding> of(Node node) {
        return node.is("import_statement") ? plain(node) : from(node);
    }

    private List<Binding> plain(Node node) {
        List<Binding> bindings = new ArrayList<>();
        for (Node name : node.allAt("name")) {
            if (name.is("aliased_import")) {
                String module = text(name.at("name"));
                bindings.add(new Binding(text(name.at("alias")), modules.absolute(module)));
            } else {
                // import a.b binds a, whatever is loaded besides
                String all = compact(name);
                int dot = all.indexOf('.');
                String first = dot < 0 ? all : all.substring(0, dot);
                String full = modules.absolute(all);
                bindings.add(new Binding(first, full.substring(0, full.length() - all.length() + first.length())));
            }
        }
        return bindings;
    }

    private List<Binding> from(Node node) {
        Optional<Node> from = node.at("module_name");
        if (from.isEmpty()) {
            return List.of();
        }
        String module = module(from.get());
        if (node.has("wildcard_import")) {
            if (!stars.contains(module)) {
                stars.add(module);
            }
            return List.of();
        }
        List<Binding> bindings = new ArrayList<>();
        for (Node name : node.allAt("name")) {
            String what = name.is("aliased_import") ? text(name.at("name")) : compact(name);
            String as = name.is("aliased_import") ? text(name.at("alias")) : what;
            bindings.add(new Binding(as, module.isEmpty() ? what : member(from.get(), module, what)));
        }
        return bindings;
    }

    /** {@code from package import module} of a package that has no file of its own is only found by the module. */
    private String member(Node from, String module, String what) {
        return from.is("relative_import") || !module.equals(compact(from))
                ? module + "." + what
                : modules.absolute(module + "." + what);
    }

    private String module(Node node) {
        if (!node.is("relative_import")) {
            return modules.absolute(compact(node));
        }
        int dots = (int) node.child("import_prefix")
                .map(Node::text)
                .orElse(".")
                .chars()
                .filter(c -> c == '.')
                .count();
        return modules.relative(dots, text(node.child("dotted_name")));
    }

    private static String text(Optional<Node> node) {
        return node.map(Imports::compact).orElse("");
    }

    /** Blanks may stand around dots. */
    private static String compact(Node node) {
        return node.text().replaceAll("\\s+|\\\\", "");
    }
}
