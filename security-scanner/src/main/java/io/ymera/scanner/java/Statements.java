package io.ymera.scanner.java;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Expression.Call;
import io.ymera.scanner.ir.Expression.Literal;
import io.ymera.scanner.ir.Expression.Member;
import io.ymera.scanner.ir.Expression.Name;
import io.ymera.scanner.ir.Expression.Unknown;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Statement.Block;
import io.ymera.scanner.ir.Statement.Evaluate;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements of one method. */
final class Statements {

    /** Of one {@code if} and its {@code else if}. */
    private static final int MOST_BRANCHES = 300;

    private final FileContext file;
    private final Frame frame;
    private final Expressions expressions;
    private final Switches switches;

    Statements(FileContext file, Frame frame) {
        this.file = file;
        this.frame = frame;
        this.expressions = new Expressions(file, frame, this);
        this.switches = new Switches(frame, expressions, this);
    }

    Expressions expressions() {
        return expressions;
    }

    /** A statement, with what has to stand in front of it. */
    Statement of(Node node) {
        return file.deeper(3, () -> frame.withAhead(() -> scoped(node)), Statement::nothing);
    }

    /** Several in one block. */
    List<Statement> list(List<Node> nodes) {
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String early = i + 1 < nodes.size() ? constructorBehindStatements(node, nodes.get(i + 1)) : null;
            if (early != null) {
                Node arguments = nodes.get(++i);
                all.add(new Evaluate(constructor(
                        new Name(early, node.span()),
                        List.of(Argument.of(expressions.of(arguments.parts().getFirst()))),
                        node.span())));
            } else {
                add(node, all);
            }
        }
        return all;
    }

    /** Adds a statement; its variables belong to the block around it, so that it may not be a block itself unless it was one. */
    private void add(Node node, List<Statement> all) {
        Statement made = of(node);
        if (node.is("block") || !(made instanceof Block(List<Statement> parts))) {
            all.add(made);
            return;
        }
        for (Statement part : parts) {
            if (node.is("local_variable_declaration") && part instanceof Block(List<Statement> inner)) {
                all.addAll(inner);
            } else {
                all.add(part);
            }
        }
    }

    /** The value of a method or lambda. */
    Statement returned(Node value, Span span) {
        Node inner = value;
        while (inner.is("parenthesized_expression") && inner.parts().size() == 1) {
            inner = inner.parts().getFirst();
        }
        return inner.is("switch_expression")
                ? switches.returned(inner, span)
                : new Statement.Return(expressions.of(value), span);
    }

    /** The variables of a pattern outlive a test only where it can't be passed otherwise. */
    private Statement scoped(Node node) {
        return switch (node.type()) {
            case "if_statement", "while_statement", "expression_statement", "return_statement" -> {
                Scope[] inner = new Scope[1];
                Statement made = frame.inBlock(() -> {
                    inner[0] = frame.scope();
                    return raw(node);
                });
                boolean passedByFailing = node.is("while_statement")
                        || node.is("if_statement")
                                && node.at("alternative").isEmpty()
                                && node.at("consequence")
                                        .map(Statements::leaves)
                                        .orElse(false);
                if (passedByFailing) {
                    frame.scope().adopt(inner[0]);
                }
                yield made;
            }
            default -> raw(node);
        };
    }

    private static boolean leaves(Node node) {
        List<Node> parts = node.parts();
        return switch (node.type()) {
            case "return_statement", "throw_statement", "continue_statement", "break_statement", "yield_statement" ->
                true;
            case "block" -> !parts.isEmpty() && !parts.getLast().is("block") && leaves(parts.getLast());
            default -> false;
        };
    }

    private Statement raw(Node node) {
        return switch (node.type()) {
            case "block", "constructor_body" -> frame.inBlock(() -> new Block(list(node.parts())));
            case "local_variable_declaration" -> declaration(node);
            case "expression_statement" -> expression(node);
            case "if_statement" -> branch(node);
            case "while_statement" -> new Statement.Loop(test(node), body(node), Statement.nothing(), false);
            case "do_statement" -> doLoop(node);
            case "for_statement" -> frame.inBlock(() -> forLoop(node));
            case "enhanced_for_statement" -> frame.inBlock(() -> forEach(node));
            case "labeled_statement" -> labelled(node);
            case "switch_expression" -> switches.statement(node);
            case "return_statement" ->
                node.parts().isEmpty()
                        ? new Statement.Return(null, node.span())
                        : returned(node.parts().getFirst(), node.span());
            case "yield_statement" -> frame.yield(first(node));
            case "throw_statement" -> new Statement.Throw(first(node), node.span());
            case "break_statement" -> new Statement.Break(label(node));
            case "continue_statement" -> new Statement.Continue(label(node));
            case "try_statement" -> attempt(node);
            case "try_with_resources_statement" -> frame.inBlock(() -> resources(node));
            case "synchronized_statement" -> new Block(List.of(new Evaluate(first(node)), body(node)));
            // Off unless the JVM is told otherwise: no test that holds anything up
            case "assert_statement" -> new Evaluate(expressions.unknown(node));
            case "explicit_constructor_invocation" -> new Evaluate(explicitConstructor(node));
            case "ERROR" -> new Block(list(node.parts()));
            default -> {
                if (Declared.isClass(node)) {
                    yield new Statement.DeclareClass(new Classes(file).local(node, frame));
                }
                yield node.parts().isEmpty() && !node.is("identifier")
                        ? Statement.nothing()
                        : new Evaluate(expressions.effect(node));
            }
        };
    }

    private Expression first(Node node) {
        return node.parts().isEmpty()
                ? new Unknown(List.of(), node.span())
                : expressions.of(node.parts().getFirst());
    }

    private static @Nullable String label(Node node) {
        return node.child("identifier").map(Node::text).orElse(null);
    }

    private Statement body(Node node) {
        return node.at("body").map(this::of).orElseGet(Statement::nothing);
    }

    private Statement declaration(Node node) {
        List<Statement> all = new ArrayList<>();
        String type = node.at("type").map(frame::type).orElse(null);
        for (Node declarator : node.allAt("declarator")) {
            String name = Declared.simpleName(declarator);
            String full = type == null ? null : type + TypeNames.dimensions(declarator);
            Optional<Node> value = declarator.at("value");
            Span span = declarator.span();
            if (value.isPresent() && value.get().is("switch_expression")) {
                all.add(new Statement.Declare(name, full, null, span));
                frame.scope().declare(name, full);
                all.add(switches.assigned(new Name(name, span), value.get()));
                continue;
            }
            Expression made = value.map(expressions::of).orElse(null);
            frame.scope().declare(name, full);
            all.add(new Statement.Declare(name, full, made, span));
        }
        return all.size() == 1 ? all.getFirst() : new Block(all);
    }

    private Statement expression(Node node) {
        if (node.parts().isEmpty()) {
            return Statement.nothing();
        }
        Node inner = node.parts().getFirst();
        if (inner.is("switch_expression")) {
            return switches.statement(inner);
        }
        Optional<Node> value = inner.is("assignment_expression") ? inner.at("right") : Optional.empty();
        if (value.isPresent() && value.get().is("switch_expression") && inner.has("=")) {
            Node target = inner.children().getFirst();
            return switches.assigned(expressions.of(target), value.get());
        }
        return new Evaluate(expressions.effect(inner));
    }

    /** A chain of {@code else if} may be long, and is no nesting to those who write it. */
    private Statement branch(Node node) {
        List<Node> chain = new ArrayList<>(List.of(node));
        Optional<Node> next = node.at("alternative");
        while (next.isPresent() && next.get().is("if_statement") && chain.size() < MOST_BRANCHES) {
            chain.add(next.get());
            next = next.get().at("alternative");
        }
        if (chain.size() == MOST_BRANCHES && next.isPresent()) {
            file.leaveOut();
            next = Optional.empty();
        }
        Statement otherwise = next.map(this::of).orElseGet(Statement::nothing);
        for (Node one : chain.subList(1, chain.size()).reversed()) {
            Statement rest = otherwise;
            otherwise = frame.inBlock(() -> frame.withAhead(() -> branch(one, rest)));
        }
        return branch(node, otherwise);
    }

    private Statement branch(Node node, Statement otherwise) {
        Expression test =
                node.at("condition").map(expressions::of).orElseGet(() -> new Unknown(List.of(), node.span()));
        Statement then = node.at("consequence").map(this::of).orElseGet(Statement::nothing);
        return new Statement.If(test, then, otherwise);
    }

    private @Nullable Expression test(Node node) {
        Expression test = node.at("condition").map(expressions::of).orElse(null);
        return test instanceof Literal literal && Boolean.TRUE.equals(literal.value()) ? null : test;
    }

    private Statement doLoop(Node node) {
        Statement body = body(node);
        return new Statement.Loop(test(node), body, Statement.nothing(), true);
    }

    private Statement forLoop(Node node) {
        List<Statement> all = new ArrayList<>();
        node.allAt("init").forEach(init -> add(init, all));
        Expression test = test(node);
        Statement body = body(node);
        List<Statement> updates = new ArrayList<>();
        for (Node update : node.allAt("update")) {
            updates.add(new Evaluate(expressions.effect(update)));
        }
        all.add(new Statement.Loop(test, body, new Block(updates), false));
        return new Block(all);
    }

    private Statement forEach(Node node) {
        Expression iterable =
                node.at("value").map(expressions::of).orElseGet(() -> new Unknown(List.of(), node.span()));
        String name = Declared.simpleName(node);
        String type = node.at("type").map(frame::type).orElse(null);
        Span span = node.at("name").map(Node::span).orElse(node.span());
        frame.scope().declare(name, type);
        Name variable = new Name(name, span);
        Statement body = body(node);
        // What is gone through may say nothing of what is in it
        Statement typed =
                type == null ? body : new Block(List.of(new Statement.Declare(name, type, variable, span), body));
        Statement loop = new Statement.ForEach(variable, iterable, false, typed);
        return new Block(List.of(new Statement.Declare(name, type, null, span), loop));
    }

    /** The label belongs to the loop, not to what has to stand in front of it. */
    private Statement labelled(Node node) {
        List<Node> parts = node.parts();
        if (parts.size() < 2) {
            return Statement.nothing();
        }
        String label = parts.getFirst().text();
        Statement inner = scoped(parts.getLast());
        boolean isFor = parts.getLast().is("for_statement") || parts.getLast().is("enhanced_for_statement");
        if (!isFor || !(inner instanceof Block(List<Statement> all))) {
            return new Statement.Labelled(label, inner);
        }
        List<Statement> moved = new ArrayList<>(all);
        moved.set(moved.size() - 1, new Statement.Labelled(label, moved.getLast()));
        return new Block(moved);
    }

    private Statement attempt(Node node) {
        Statement body = body(node);
        List<Statement.Try.Catch> catches = new ArrayList<>();
        for (Node part : node.parts()) {
            if (part.is("catch_clause")) {
                catches.add(frame.inBlock(() -> handler(part)));
            }
        }
        Statement last = node.child("finally_clause")
                .flatMap(all -> all.child("block"))
                .map(this::of)
                .orElseGet(Statement::nothing);
        return new Statement.Try(body, catches, last);
    }

    private Statement.Try.Catch handler(Node node) {
        Optional<Node> parameter = node.child("catch_formal_parameter");
        String name = parameter.map(Declared::simpleName).orElse(null);
        List<String> types = new ArrayList<>();
        parameter.flatMap(all -> all.child("catch_type")).ifPresent(all -> {
            for (Node type : all.parts()) {
                String full = frame.type(type);
                types.add(full == null ? type.text() : full);
            }
        });
        if (name != null) {
            frame.scope().declare(name, types.size() == 1 ? types.getFirst() : null);
        }
        return new Statement.Try.Catch(name, types, body(node), node.span());
    }

    private Statement resources(Node node) {
        List<Statement> all = new ArrayList<>();
        node.at("resources").ifPresent(list -> {
            for (Node resource : list.parts()) {
                Optional<Node> value = resource.at("value");
                if (value.isEmpty()) {
                    all.add(new Evaluate(first(resource)));
                    continue;
                }
                String name = Declared.simpleName(resource);
                String type = resource.at("type").map(frame::type).orElse(null);
                Expression made = expressions.of(value.get());
                frame.scope().declare(name, type);
                all.add(new Statement.Declare(name, type, made, resource.span()));
            }
        });
        if (attempt(node) instanceof Statement.Try whole) {
            all.add(whole.body());
            return new Statement.Try(new Block(all), whole.catches(), whole.last());
        }
        return new Block(all);
    }

    private Expression explicitConstructor(Node node) {
        boolean own = node.at("constructor").map(word -> word.is("this")).orElse(false);
        return constructor(
                new Name(own ? Name.THIS : Name.SUPER, node.span()), expressions.arguments(node), node.span());
    }

    private static Expression constructor(Name object, List<Argument> arguments, Span span) {
        return new Call(new Member(object, FunctionDeclaration.CONSTRUCTOR, span), arguments, span);
    }

    /** The grammar knows {@code super(…)} as a constructor's first statement only: behind others it is two strange ones. */
    private static @Nullable String constructorBehindStatements(Node node, Node next) {
        boolean arguments = next.is("expression_statement")
                && !next.parts().isEmpty()
                && next.parts().getFirst().is("parenthesized_expression");
        if (!arguments
                || !node.is("ERROR") && !node.is("expression_statement")
                || node.children().isEmpty()) {
            return null;
        }
        String word = node.children().getFirst().type();
        return word.equals(Name.SUPER)
                        || word.equals(Name.THIS) && node.children().size() <= 2
                ? word
                : null;
    }
}
