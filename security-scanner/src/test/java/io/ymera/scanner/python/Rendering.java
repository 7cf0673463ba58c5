package io.ymera.scanner.python;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The common form as short text, for tests to compare: symbols begin with {@code @}, operators stand in front. */
final class Rendering {

    private Rendering() {}

    static String statements(List<Statement> statements) {
        return join(flat(statements), "; ", Rendering::statement);
    }

    private static List<Statement> flat(List<Statement> statements) {
        return statements.stream()
                .flatMap(each -> each instanceof Statement.Block block
                        ? flat(block.statements()).stream()
                        : java.util.stream.Stream.of(each))
                .toList();
    }

    static String statement(Statement statement) {
        return switch (statement) {
            case Statement.Evaluate evaluate -> expression(evaluate.expression());
            case Statement.Declare declare ->
                "var " + declare.name() + typed(declare.type())
                        + (declare.value() == null ? "" : " = " + expression(declare.value()));
            case Statement.Block block -> statements(block.statements());
            case Statement.If branch ->
                "if " + expression(branch.test()) + " {" + statement(branch.then()) + "} else {"
                        + statement(branch.otherwise()) + "}";
            case Statement.Loop loop -> "while " + expression(loop.test()) + " {" + statement(loop.body()) + "}";
            case Statement.ForEach each ->
                "for " + expression(each.target()) + " in " + expression(each.iterable()) + " {"
                        + statement(each.body()) + "}";
            case Statement.Switch choice ->
                "switch " + expression(choice.subject()) + " {"
                        + join(
                                choice.cases(),
                                " ",
                                one -> "[" + join(one.labels(), ", ", Rendering::expression) + "] {"
                                        + statement(one.body()) + "}")
                        + "}";
            case Statement.Try attempt ->
                "try {" + statement(attempt.body()) + "} "
                        + join(
                                attempt.catches(),
                                " ",
                                one -> "catch " + one.variable() + " " + one.types() + " {" + statement(one.body())
                                        + "}")
                        + " {" + statement(attempt.last()) + "}";
            case Statement.Return end -> "return " + expression(end.value());
            case Statement.Throw end -> "throw " + expression(end.value());
            case Statement.Break ignored -> "break";
            case Statement.Continue ignored -> "continue";
            case Statement.Labelled labelled -> statement(labelled.statement());
            case Statement.DeclareClass type -> "class " + type.declaration().name();
        };
    }

    static String expression(@Nullable Expression expression) {
        return switch (expression) {
            case null -> "nothing";
            case Expression.Literal literal ->
                literal.value() instanceof String text ? "'" + text + "'" : String.valueOf(literal.value());
            case Expression.Name name -> name.name();
            case Expression.Symbol symbol -> "@" + symbol.path();
            case Expression.Member member -> expression(member.object()) + "." + member.name();
            case Expression.Element element -> expression(element.object()) + "[" + expression(element.index()) + "]";
            case Expression.Call call -> expression(call.callee()) + "(" + arguments(call.arguments()) + ")";
            case Expression.New made -> "new " + expression(made.type());
            case Expression.Operation operation ->
                "(" + operation.operator() + " " + join(operation.operands(), " ", Rendering::expression) + ")";
            case Expression.Conditional choice ->
                "(" + expression(choice.test()) + " ? " + expression(choice.then()) + " : "
                        + expression(choice.otherwise()) + ")";
            case Expression.Text text -> "text(" + join(text.parts(), ", ", Rendering::expression) + ")";
            case Expression.Collection all ->
                all.kind().name().toLowerCase(java.util.Locale.ROOT) + "(" + join(all.entries(), ", ", Rendering::entry)
                        + ")";
            case Expression.Comprehension loops ->
                "[" + (loops.key() == null ? "" : expression(loops.key()) + ": ") + expression(loops.value())
                        + join(
                                loops.clauses(),
                                "",
                                clause -> " for " + expression(clause.target()) + " in " + expression(clause.iterable())
                                        + join(clause.conditions(), "", test -> " if " + expression(test)))
                        + "]";
            case Expression.Function function -> function(function.declaration());
            case Expression.Assignment assignment ->
                expression(assignment.target()) + " = " + expression(assignment.value());
            case Expression.Unknown unknown -> "?(" + join(unknown.parts(), ", ", Rendering::expression) + ")";
        };
    }

    private static String entry(Expression.Collection.Entry entry) {
        return (entry.spread() ? "*" : "")
                + (entry.key() == null ? "" : expression(entry.key()) + ": ")
                + expression(entry.value());
    }

    static String function(FunctionDeclaration function) {
        return annotations(function.annotations()) + (function.isStatic() ? "static " : "") + function.name() + "("
                + join(function.parameters(), ", ", Rendering::parameter) + ")" + typed(function.result()) + " {"
                + statement(function.body()) + "}";
    }

    private static String parameter(Parameter parameter) {
        String stars =
                switch (parameter.kind()) {
                    case ONE -> "";
                    case REST -> "*";
                    case NAMED -> "**";
                };
        return annotations(parameter.annotations())
                + stars
                + expression(parameter.target())
                + typed(parameter.type())
                + (parameter.preset() == null ? "" : " = " + expression(parameter.preset()));
    }

    static String type(ClassDeclaration type) {
        return annotations(type.annotations()) + type.name() + type.supertypes() + " "
                + join(
                        type.fields(),
                        ", ",
                        field -> (field.isStatic() ? "static " : "")
                                + field.name()
                                + typed(field.type())
                                + (field.value() == null ? "" : " = " + expression(field.value())))
                + " {" + join(type.methods(), " ", Rendering::function) + "}";
    }

    private static String annotations(List<Annotation> annotations) {
        return join(annotations, "", each -> "@" + each.name() + "(" + arguments(each.arguments()) + ") ");
    }

    private static String arguments(List<Argument> arguments) {
        return join(
                arguments,
                ", ",
                each -> (each.spread() ? "*" : "")
                        + (each.name() == null ? "" : each.name() + "=")
                        + expression(each.value()));
    }

    private static String typed(@Nullable String type) {
        return type == null ? "" : ": " + type;
    }

    private static <T> String join(List<T> all, String between, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining(between));
    }
}
