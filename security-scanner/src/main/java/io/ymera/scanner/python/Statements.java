package io.ymera.scanner.python;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements of modules and functions. */
final class Statements {

    /** A longer chain of {@code elif} becomes several: nobody reads how they exclude each other. */
    private static final int LONGEST_CHAIN = 200;

    private static final Set<String> OTHERS =
            Set.of("for_statement", "while_statement", "function_definition", "class_definition", "lambda");

    private final Lowering file;
    private final Matches matches;

    Statements(Lowering file) {
        this.file = file;
        matches = new Matches(file);
    }

    /** Those of a module or block. */
    List<Statement> all(Node block) {
        List<Statement> statements = new ArrayList<>();
        for (Node part : Lowering.parts(block)) {
            statements.add(lower(part));
        }
        return statements;
    }

    Statement block(Node block) {
        return new Statement.Block(all(block));
    }

    Statement block(Optional<Node> block) {
        return block.map(this::block).orElseGet(Statement::nothing);
    }

    Statement lower(Node node) {
        return file.deeper(node, this::plain, each -> new Statement.Evaluate(Lowering.unknown(each)));
    }

    private Statement plain(Node node) {
        return switch (node.type()) {
            case "expression_statement" -> expressions(node);
            case "import_statement", "import_from_statement" -> file.imports.lower(node);
            case "future_import_statement",
                    "pass_statement",
                    "global_statement",
                    "nonlocal_statement",
                    "type_alias_statement" -> Statement.nothing();
            case "function_definition" -> function(node, List.of());
            case "class_definition" -> declared(node, List.of());
            case "decorated_definition" -> decorated(node);
            case "if_statement" -> branches(node);
            case "while_statement" -> loop(node);
            case "for_statement" -> each(node);
            case "with_statement" -> with(node);
            case "try_statement" -> attempt(node);
            case "match_statement" -> matches.lower(node);
            case "return_statement" -> new Statement.Return(optional(node), node.span());
            case "raise_statement" ->
                new Statement.Throw(
                        file.expressions.lower(Lowering.parts(node).stream().findFirst(), node), node.span());
            case "break_statement" -> new Statement.Break(null);
            case "continue_statement" -> new Statement.Continue(null);
            case "assert_statement" -> assertion(node);
            case "delete_statement" -> deletion(node);
            case "print_statement" -> call("print", node.allAt("argument"), node);
            case "exec_statement" -> call("exec", node.allAt("code"), node);
            case "block" -> block(node);
            case "ERROR" -> broken(node);
            default -> new Statement.Evaluate(file.expressions.lower(node));
        };
    }

    private @Nullable Expression optional(Node node) {
        List<Node> parts = Lowering.parts(node);
        return parts.isEmpty() ? null : file.expressions.several(parts, node);
    }

    private Statement expressions(Node node) {
        List<Node> parts = Lowering.parts(node);
        if (parts.size() == 1) {
            return expression(parts.getFirst());
        }
        return new Statement.Evaluate(file.expressions.several(parts, node));
    }

    private Statement expression(Node node) {
        if (!node.is("assignment") || node.at("type").isEmpty()) {
            return new Statement.Evaluate(file.expressions.lower(node));
        }
        Optional<Node> left = node.at("left");
        Optional<Node> right = node.at("right");
        if (left.isEmpty() || right.isEmpty()) {
            return Statement.nothing();
        }
        Expression target = file.expressions.target(left.get());
        @Nullable
        String type =
                node.at("type").map(each -> file.types.of(each, file.scope())).orElse(null);
        Expression value = file.expressions.lower(right.get());
        if (type != null && file.scope().kind == Scope.Kind.MODULE && target instanceof Expression.Name name) {
            return new Statement.Declare(name.name(), type, value, node.span());
        }
        return new Statement.Evaluate(new Expression.Assignment(target, value, node.span()));
    }

    private Statement function(Node node, List<Annotation> annotations) {
        FunctionDeclaration declaration = file.functions.function(node, annotations);
        Node name = node.at("name").orElse(node);
        return new Statement.Evaluate(new Expression.Assignment(
                target(name), new Expression.Function(declaration, node.span()), name.span()));
    }

    private Expression target(Node name) {
        return name.is("identifier") ? file.expressions.name(name.text(), name.span()) : Lowering.unknown(name);
    }

    /** A class: its name gets a value wherever that is, not only in the block. */
    Statement declared(Node node, List<Annotation> annotations) {
        ClassDeclaration declaration = file.declarations.lower(node, annotations);
        Node name = node.at("name").orElse(node);
        return new Statement.Block(List.of(
                new Statement.DeclareClass(declaration),
                new Statement.Evaluate(new Expression.Assignment(
                        target(name), new Expression.Symbol(declaration.name(), name.span()), name.span()))));
    }

    private Statement decorated(Node node) {
        Optional<Node> definition = node.at("definition");
        List<Annotation> annotations = file.functions.decorators(node);
        if (definition.isEmpty()) {
            return Statement.nothing();
        }
        return definition.get().is("class_definition")
                ? declared(definition.get(), annotations)
                : function(definition.get(), annotations);
    }

    private Statement branches(Node node) {
        List<Node> alternatives = node.allAt("alternative");
        List<Expression> tests = new ArrayList<>();
        List<Statement> bodies = new ArrayList<>();
        Statement otherwise = Statement.nothing();
        tests.add(file.expressions.lower(node.at("condition"), node));
        bodies.add(block(node.at("consequence")));
        for (Node alternative : alternatives) {
            if (alternative.is("elif_clause")) {
                tests.add(file.expressions.lower(alternative.at("condition"), alternative));
                bodies.add(block(alternative.at("consequence")));
            } else if (alternative.is("else_clause")) {
                otherwise = block(alternative.at("body"));
            }
        }
        List<Statement> chains = new ArrayList<>();
        for (int i = tests.size() - 1; i >= 0; i--) {
            otherwise = new Statement.If(tests.get(i), bodies.get(i), otherwise);
            if ((tests.size() - i) % LONGEST_CHAIN == 0 && i > 0) {
                chains.addFirst(otherwise);
                otherwise = Statement.nothing();
            }
        }
        chains.addFirst(otherwise);
        return chains.size() == 1 ? otherwise : new Statement.Block(chains);
    }

    private Statement loop(Node node) {
        Expression test = file.expressions.lower(node.at("condition"), node);
        @Nullable
        Expression condition = test instanceof Expression.Literal literal && isTrue(literal.value()) ? null : test;
        Statement loop = new Statement.Loop(condition, block(node.at("body")), Statement.nothing(), false);
        return otherwise(loop, node);
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || value instanceof Long number && number != 0;
    }

    private Statement each(Node node) {
        Expression iterable = file.expressions.several(node.allAt("right"), node);
        Expression target = file.expressions.target(node.at("left"), node);
        return otherwise(new Statement.ForEach(target, iterable, false, block(node.at("body"))), node);
    }

    /** {@code else} of a loop is done where no {@code break} ended it. */
    private Statement otherwise(Statement loop, Node node) {
        Optional<Node> alternative = node.at("alternative").flatMap(clause -> clause.at("body"));
        if (alternative.isEmpty()) {
            return loop;
        }
        Statement body = block(alternative.get());
        boolean left = node.at("body").filter(Statements::breaks).isPresent();
        return new Statement.Block(
                List.of(loop, left ? new Statement.If(Lowering.unknown(node), body, Statement.nothing()) : body));
    }

    private static boolean breaks(Node body) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.is("break_statement")) {
                return true;
            }
            if (!OTHERS.contains(node.type())) {
                node.children().forEach(open::push);
            }
        }
        return false;
    }

    private Statement with(Node node) {
        List<Statement> statements = new ArrayList<>();
        for (Node item : node.child("with_clause").map(Lowering::parts).orElse(List.of())) {
            Optional<Node> value = item.at("value");
            if (value.isEmpty()) {
                continue;
            }
            Node manager = value.get();
            while (manager.is("parenthesized_expression")
                    && Lowering.parts(manager).size() == 1) {
                manager = Lowering.parts(manager).getFirst();
            }
            Expression entered = file.expressions.lower(manager);
            Optional<Node> alias = manager.is("as_pattern") ? manager.at("alias") : Optional.empty();
            statements.add(new Statement.Evaluate(
                    alias.isPresent()
                            ? new Expression.Assignment(file.expressions.target(alias.get()), entered, item.span())
                            : entered));
        }
        statements.addAll(node.at("body").map(this::all).orElse(List.of()));
        return new Statement.Block(statements);
    }

    private Statement attempt(Node node) {
        List<Statement> body = new ArrayList<>(node.at("body").map(this::all).orElse(List.of()));
        List<Statement.Try.Catch> catches = new ArrayList<>();
        Statement last = Statement.nothing();
        for (Node clause : Lowering.parts(node)) {
            switch (clause.type()) {
                case "except_clause", "except_group_clause" -> catches.add(handler(clause));
                case "else_clause" ->
                    body.addAll(clause.at("body").map(this::all).orElse(List.of()));
                case "finally_clause" -> last = block(clause.child("block"));
                default -> {}
            }
        }
        return new Statement.Try(new Statement.Block(body), catches, last);
    }

    private Statement.Try.Catch handler(Node clause) {
        List<Node> values = clause.allAt("value");
        @Nullable String variable = clause.at("alias").map(Node::text).orElse(null);
        List<Node> types = new ArrayList<>();
        if (!values.isEmpty()) {
            Node value = values.getFirst();
            if (value.is("as_pattern")) {
                variable = value.at("alias").map(Node::text).orElse(null);
                value = Lowering.parts(value).getFirst();
            } else if (values.size() == 2 && values.getLast().is("identifier")) {
                // Python 2: except E, e
                variable = values.getLast().text();
            }
            types.addAll(value.is("tuple") ? Lowering.parts(value) : List.of(value));
        }
        List<String> names = new ArrayList<>();
        for (Node type : types) {
            @Nullable String name = file.types.dotted(type, file.scope());
            if (name != null) {
                names.add(name);
            }
        }
        return new Statement.Try.Catch(
                variable == null ? null : Lowering.variable(variable),
                names,
                block(clause.child("block")),
                clause.span());
    }

    private Statement assertion(Node node) {
        List<Node> parts = Lowering.parts(node);
        if (parts.isEmpty()) {
            return Statement.nothing();
        }
        Expression test = file.expressions.lower(parts.getFirst());
        Expression message = parts.size() > 1 ? file.expressions.lower(parts.get(1)) : Lowering.unknown(node);
        return new Statement.If(test, Statement.nothing(), new Statement.Throw(message, node.span()));
    }

    private Statement deletion(Node node) {
        List<Statement> statements = new ArrayList<>();
        List<Node> targets = new ArrayList<>();
        for (Node part : Lowering.parts(node)) {
            boolean several = part.is("expression_list") || part.is("tuple") || part.is("list");
            targets.addAll(several ? Lowering.parts(part) : List.of(part));
        }
        for (Node target : targets) {
            Expression what = file.expressions.target(target);
            Span span = target.span();
            Expression effect = what instanceof Expression.Element element
                    ? new Expression.Call(
                            new Expression.Member(element.object(), "__delitem__", span),
                            List.of(Argument.of(element.index())),
                            span)
                    : what instanceof Expression.Unknown || what instanceof Expression.Collection
                            ? what
                            : new Expression.Assignment(what, new Expression.Literal(null, span), span);
            statements.add(new Statement.Evaluate(effect));
        }
        return new Statement.Block(statements);
    }

    private Statement call(String function, List<Node> values, Node node) {
        List<Argument> arguments = new ArrayList<>();
        for (Node value : values) {
            if (value.named()) {
                arguments.add(Argument.of(file.expressions.lower(value)));
            }
        }
        return new Statement.Evaluate(
                new Expression.Call(file.expressions.name(function, node.span()), arguments, node.span()));
    }

    /** What could be read in a place where something could not. */
    private Statement broken(Node node) {
        List<Statement> statements = new ArrayList<>();
        for (Node part : Lowering.parts(node)) {
            if (part.type().endsWith("_statement")
                    || part.type().endsWith("_definition")
                    || part.is("block")
                    || part.is("call")
                    || part.is("assignment")) {
                statements.add(lower(part));
            }
        }
        return new Statement.Block(statements);
    }
}
