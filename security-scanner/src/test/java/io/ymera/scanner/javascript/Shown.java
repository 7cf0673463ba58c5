package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The common form as a line of text, for tests: symbols stand in angle brackets. */
final class Shown {

    private Shown() {}

    static String all(List<Statement> statements) {
        return statements.stream().map(Shown::of).collect(Collectors.joining(" "));
    }

    static String of(Statement statement) {
        return switch (statement) {
            case Statement.Evaluate(var value) -> of(value) + ";";
            case Statement.Declare(var name, var type, var value, var skipped1) ->
                "var " + name + (type == null ? "" : ":" + type) + (value == null ? "" : " = " + of(value)) + ";";
            case Statement.Block(var inner) -> inner.isEmpty() ? "{}" : "{ " + all(inner) + " }";
            case Statement.If(var test, var then, var otherwise) ->
                "if (" + of(test) + ") " + of(then) + " else " + of(otherwise);
            case Statement.Loop(var test, var body, var update, var once) ->
                (once ? "do" : "while") + " (" + (test == null ? "" : of(test)) + ") " + of(body) + " then "
                        + of(update);
            case Statement.ForEach(var target, var iterable, var keys, var body) ->
                "for (" + of(target) + (keys ? " in " : " of ") + of(iterable) + ") " + of(body);
            case Statement.Switch(var subject, var cases) ->
                "switch (" + of(subject) + ") { "
                        + cases.stream()
                                .map(each -> list(each.labels()) + ": " + of(each.body()))
                                .collect(Collectors.joining(" "))
                        + " }";
            case Statement.Try(var body, var catches, var last) ->
                "try " + of(body)
                        + catches.stream()
                                .map(each -> " catch (" + each.variable() + ") " + of(each.body()))
                                .collect(Collectors.joining())
                        + " finally " + of(last);
            case Statement.Return(var value, var skipped2) -> "return" + (value == null ? "" : " " + of(value)) + ";";
            case Statement.Throw(var value, var skipped3) -> "throw " + of(value) + ";";
            case Statement.Break(var label) -> "break" + (label == null ? "" : " " + label) + ";";
            case Statement.Continue(var label) -> "continue" + (label == null ? "" : " " + label) + ";";
            case Statement.Labelled(var label, var inner) -> label + ": " + of(inner);
            case Statement.DeclareClass(var declaration) -> of(declaration);
        };
    }

    static String of(ClassDeclaration type) {
        String annotations =
                type.annotations().stream().map(each -> "@" + each.name() + " ").collect(Collectors.joining());
        return annotations + "class " + type.name()
                + (type.supertypes().isEmpty() ? "" : " : " + String.join(", ", type.supertypes())) + " { "
                + type.fields().stream()
                        .map(field -> (field.isStatic() ? "static " : "") + field.name()
                                + (field.type() == null ? "" : ":" + field.type())
                                + (field.value() == null ? "" : " = " + of(field.value())) + "; ")
                        .collect(Collectors.joining())
                + type.methods().stream().map(method -> of(method) + " ").collect(Collectors.joining()) + "}";
    }

    static String of(FunctionDeclaration function) {
        return function.annotations().stream()
                        .map(each -> "@" + each.name() + arguments(each.arguments()) + " ")
                        .collect(Collectors.joining())
                + (function.isStatic() ? "static " : "")
                + function.name()
                + function.parameters().stream().map(Shown::of).collect(Collectors.joining(", ", "(", ")"))
                + (function.isAbstract() ? ";" : " " + of(function.body()));
    }

    private static String of(Parameter parameter) {
        return parameter.annotations().stream()
                        .map(each -> "@" + each.name() + " ")
                        .collect(Collectors.joining())
                + (parameter.kind() == Parameter.Kind.REST ? "..." : "")
                + of(parameter.target())
                + (parameter.type() == null ? "" : ":" + parameter.type())
                + (parameter.preset() == null ? "" : " = " + of(parameter.preset()));
    }

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Literal(var value, var skipped4) -> literal(value);
            case Expression.Name(var name, var skipped5) -> name;
            case Expression.Symbol(var path, var skipped6) -> "<" + path + ">";
            case Expression.Member(var object, var name, var skipped7) -> of(object) + "." + name;
            case Expression.Element(var object, var index, var skipped8) -> of(object) + "[" + of(index) + "]";
            case Expression.Call(var callee, var arguments, var skipped9) -> of(callee) + arguments(arguments);
            case Expression.New(var type, var arguments, var skipped10, var skipped11) ->
                "new " + of(type) + arguments(arguments);
            case Expression.Operation(var operator, var operands, var skipped12) ->
                operands.size() == 1
                        ? operator + " " + of(operands.getFirst())
                        : operands.stream().map(Shown::of).collect(Collectors.joining(" " + operator + " ", "(", ")"));
            case Expression.Conditional(var test, var then, var otherwise, var skipped13) ->
                "(" + of(test) + " ? " + of(then) + " : " + of(otherwise) + ")";
            case Expression.Text(var parts, var skipped14) ->
                parts.stream().map(Shown::of).collect(Collectors.joining(" ", "`", "`"));
            case Expression.Collection(var kind, var entries, var skipped15) -> {
                String inner = entries.stream()
                        .filter(entry -> !(entry.key() instanceof Expression.Literal(var key, var skipped16)
                                && "%object".equals(key)))
                        .map(Shown::entry)
                        .collect(Collectors.joining(", "));
                yield kind == Expression.Collection.Kind.MAP ? "{" + inner + "}" : "[" + inner + "]";
            }
            case Expression.Comprehension _ -> "comprehension";
            case Expression.Function(var declaration, var skipped17) -> of(declaration);
            case Expression.Assignment(var target, var value, var skipped18) -> of(target) + " = " + of(value);
            case Expression.Unknown(var parts, var skipped19) -> "unknown" + list(parts);
        };
    }

    private static String entry(Expression.Collection.Entry entry) {
        return (entry.spread() ? "..." : "") + (entry.key() == null ? "" : of(entry.key()) + ": ") + of(entry.value());
    }

    private static String list(List<Expression> all) {
        return all.stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String arguments(List<Argument> arguments) {
        return arguments.stream()
                .map(each -> (each.spread() ? "..." : "") + of(each.value()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(@Nullable Object value) {
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }
}
