package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What files take from each other, and give. A class that others know by another name than its own (given by default, given on from another file) is there a
 * second time under that name, as a class with nothing but the real one as supertype.
 */
final class Modules {

    private final Lowering lowering;
    /** Lists of names to export: what they are called counts when all is done. */
    private final List<Node> lists = new ArrayList<>();

    Modules(Lowering lowering) {
        this.lowering = lowering;
    }

    /** Reads all imports, and what a file takes by {@code require}, as far as names of types come of it. */
    void imports(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node.type()) {
                case "import_statement" -> statement(node);
                case "lexical_declaration", "variable_declaration" -> {
                    for (Node each : node.parts()) {
                        required(each);
                    }
                }
                case "export_statement" -> {
                    if (node.has("*")) {
                        all(node);
                    }
                }
                default -> {}
            }
        }
    }

    private void statement(Node node) {
        Node assigned = node.child("import_require_clause").orElse(null);
        Node from = (assigned == null ? node : assigned).at("source").orElse(null);
        if (from == null) {
            return;
        }
        String symbol = lowering.paths.resolve(Literals.text(from));
        boolean onlyType = node.has("type");
        if (assigned != null) {
            assigned.child("identifier").ifPresent(name -> bind(name, symbol(symbol, name), onlyType));
            return;
        }
        for (Node part : node.child("import_clause").map(Node::parts).orElse(List.of())) {
            switch (part.type()) {
                case "identifier" -> bind(part, member(symbol, Conventions.DEFAULT, part.span()), onlyType);
                case "namespace_import" ->
                    part.child("identifier").ifPresent(name -> bind(name, symbol(symbol, name), onlyType));
                case "named_imports" -> {
                    for (Node each : part.parts()) {
                        Node name = each.at("name").orElse(each);
                        Node local = each.at("alias").orElse(name);
                        bind(local, member(symbol, word(name), each.span()), onlyType || each.has("type"));
                    }
                }
                default -> {}
            }
        }
    }

    private void bind(Node local, Expression value, boolean onlyType) {
        lowering.types.bind(local.text(), path(value));
        if (!onlyType) {
            lowering.scope.declare(local.text());
            lowering.declare(local.text(), null, value, local.span());
        }
    }

    private void required(Node declarator) {
        Node value = declarator.at("value").orElse(null);
        Node place = declarator.at("name").orElse(null);
        if (value == null || place == null) {
            return;
        }
        String more = "";
        if (value.is("member_expression")) {
            more = "." + value.at("property").map(Node::text).orElse("");
            value = value.at("object").orElse(value);
        }
        Node callee = value.at("function").orElse(null);
        Node given = value.at("arguments").orElse(null);
        if (callee == null || given == null || !callee.text().equals("require")) {
            return;
        }
        Expression symbol = imported(callee, given);
        if (symbol == null) {
            return;
        }
        String path = path(symbol) + more;
        if (place.is("identifier")) {
            lowering.types.bind(place.text(), path);
        } else {
            for (Node part : place.parts()) {
                String name = part.at("key").orElse(part).text();
                String local = part.at("value").orElse(part).text();
                lowering.types.bind(local, path + "." + name);
            }
        }
    }

    /** What {@code require('x')} or {@code import('x')} gives, or null if nobody knows which file that is. */
    @Nullable
    Expression imported(Node callee, Node given) {
        if (callee.is("identifier") && lowering.scope.find("require") != null
                || given.parts().isEmpty()) {
            return null;
        }
        Node name = given.parts().getFirst();
        boolean constant = name.is("string") || name.is("template_string") && !name.has("template_substitution");
        return constant ? symbol(lowering.paths.resolve(Literals.text(name)), callee) : null;
    }

    private static Expression symbol(String path, Node node) {
        return new Expression.Symbol(path, node.span());
    }

    /** A library's default is all of it; that of a file of the code base is a member. */
    private static Expression member(String symbol, String name, Span span) {
        Expression all = new Expression.Symbol(symbol, span);
        return name.equals(Conventions.DEFAULT) && !Paths.own(symbol) ? all : new Expression.Member(all, name, span);
    }

    private static String path(Expression value) {
        return switch (value) {
            case Expression.Symbol symbol -> symbol.path();
            case Expression.Member member -> path(member.object()) + "." + member.name();
            default -> "";
        };
    }

    private static String word(Node node) {
        return node.is("string") ? Literals.text(node) : node.text();
    }

    /** {@code export * from 'x'}, {@code export * as y from 'x'}. */
    private void all(Node node) {
        Node from = node.at("source").orElse(null);
        if (from == null) {
            return;
        }
        Expression symbol = symbol(lowering.paths.resolve(Literals.text(from)), node);
        lowering.assign(
                lowering.exports,
                new Expression.Collection(
                        Expression.Collection.Kind.MAP,
                        List.of(
                                new Expression.Collection.Entry(null, lowering.exports, true),
                                new Expression.Collection.Entry(null, symbol, true)),
                        node.span()),
                node.span());
    }

    /** Any statement that begins with {@code export}. */
    void export(Node node) {
        Node declaration = node.at("declaration").orElse(null);
        Node value = node.at("value").orElse(null);
        if (declaration != null) {
            declared(node, declaration);
        } else if (value != null && node.has("default")) {
            byDefault(node, value);
        } else if (node.has("export_clause")) {
            lists.add(node);
            if (!lowering.exports.name().equals(Expression.Name.EXPORTS)) {
                finish();
            }
        } else if (node.has("=") && !node.parts().isEmpty()) {
            Node given = node.parts().getLast();
            lowering.assign(lowering.exports, lowering.expressions.of(given), node.span());
            alias("", given);
        } else {
            node.child("namespace_export")
                    .flatMap(all -> all.child("identifier"))
                    .ifPresent(name -> node.at("source")
                            .ifPresent(from -> give(
                                    name.text(),
                                    symbol(lowering.paths.resolve(Literals.text(from)), from),
                                    node.span())));
        }
    }

    private void declared(Node node, Node declaration) {
        boolean preset = node.has("default");
        switch (declaration.type()) {
            case "lexical_declaration",
                    "variable_declaration",
                    "enum_declaration",
                    "internal_module",
                    "module",
                    "import_alias" -> {
                lowering.statements.body(List.of(declaration));
                Hoisted.names(List.of(declaration)).forEach(name -> give(name, variable(name, node), node.span()));
            }
            case "function_declaration", "generator_function_declaration" -> {
                String name = declaration.at("name").map(Node::text).orElse("");
                give(preset ? Conventions.DEFAULT : name, variable(name, node), node.span());
            }
            case "class_declaration", "abstract_class_declaration" -> {
                lowering.statements.type(declaration, node.allAt("decorator"));
                String name = declaration.at("name").map(Node::text).orElse(Conventions.DEFAULT);
                give(preset ? Conventions.DEFAULT : name, variable(name, node), node.span());
                declaration.at("name").filter(own -> preset).ifPresent(own -> alias("." + Conventions.DEFAULT, own));
            }
            default -> lowering.statements.body(List.of(declaration));
        }
    }

    private void byDefault(Node node, Node value) {
        Expression given;
        if (value.is("class") && value.at("name").isEmpty()) {
            lowering.scope.declare(Conventions.DEFAULT);
            lowering.statements.type(value, node.allAt("decorator"));
            given = variable(Conventions.DEFAULT, value);
        } else {
            given = lowering.statements.named(value, Conventions.DEFAULT);
        }
        give(Conventions.DEFAULT, given, node.span());
        alias("." + Conventions.DEFAULT, value);
    }

    private Expression variable(String name, Node node) {
        return new Expression.Name(lowering.name(name), node.span());
    }

    private void give(String name, Expression value, Span span) {
        lowering.assign(new Expression.Member(lowering.exports, name, span), value, span);
    }

    /** Makes a class of this file known under another name. */
    private void alias(String name, Node value) {
        if (value.is("identifier") || value.is("type_identifier") || value.is("class")) {
            String own = value.at("name").orElse(value).text();
            String full = lowering.types.full(own);
            if (lowering.types.isDeclared(own) || full.startsWith(Paths.HERE) && !full.equals(own)) {
                also(name, full, value.span());
            }
        }
    }

    private void also(String name, String full, Span span) {
        String other = lowering.module + name;
        if (!other.equals(full)) {
            lowering.classes.add(new ClassDeclaration(other, List.of(full), List.of(), List.of(), List.of(), span));
        }
    }

    /** Gives what lists name, and makes classes known that {@code module.exports} is. */
    void finish() {
        for (Node node : lists) {
            Node from = node.at("source").orElse(null);
            String symbol = from == null ? "" : lowering.paths.resolve(Literals.text(from));
            for (Node each : node.child("export_clause").map(Node::parts).orElse(List.of())) {
                Node local = each.at("name").orElse(each);
                String name = word(each.at("alias").orElse(local));
                boolean onlyType = node.has("type") || each.has("type");
                if (from != null) {
                    Expression value = member(symbol, word(local), each.span());
                    if (!onlyType) {
                        give(name, value, each.span());
                    }
                    also("." + name, path(value), each.span());
                } else {
                    if (!onlyType) {
                        give(name, variable(local.text(), each), each.span());
                    }
                    alias("." + name, local);
                }
            }
        }
        lists.clear();
    }

    /** {@code module.exports = Foo}. */
    void assigned(Node value) {
        alias("", value);
    }

    /** {@code namespace A.B { … }}: an object, to which what is exported inside is given. */
    void namespace(Node node) {
        Node name = node.at("name").orElse(null);
        if (name == null || name.is("string") || node.at("body").isEmpty()) {
            return;
        }
        String written = name.text().split("\\.", -1)[0];
        Span span = node.span();
        Expression empty = new Expression.Collection(Expression.Collection.Kind.MAP, List.of(), span);
        lowering.declare(lowering.name(written), null, empty, span);
        Expression.Name outside = lowering.exports;
        lowering.exports = new Expression.Name(lowering.name(written), span);
        try {
            Statement.Block body =
                    node.at("body").map(lowering.statements::block).orElseThrow();
            lowering.add(body);
        } finally {
            lowering.exports = outside;
        }
    }

    /** {@code import A = B.C}. */
    void alias(Node node) {
        List<Node> parts = node.parts();
        if (parts.size() == 2) {
            lowering.declare(
                    lowering.name(parts.getFirst().text()), null, lowering.expressions.of(parts.get(1)), node.span());
        }
    }
}
