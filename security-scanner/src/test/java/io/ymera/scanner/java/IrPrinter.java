package io.ymera.scanner.java;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The common form as a short text. Symbols stand in {@code <>}, variables as they are. */
final class IrPrinter {

    private IrPrinter() {}

    static String print(Unit unit) {
        return unit.classes().stream().map(IrPrinter::print).collect(Collectors.joining("\n"));
    }

    static String print(ClassDeclaration declaration) {
        StringBuilder out = new StringBuilder();
        annotations(declaration.annotations(), out);
        out.append("class ")
                .append(declaration.name())
                .append(' ')
                .append(declaration.supertypes())
                .append('\n');
        for (ClassDeclaration.Field field : declaration.fields()) {
            out.append("  ");
            annotations(field.annotations(), out);
            out.append(field.isStatic() ? "static " : "")
                    .append(field.type())
                    .append(' ')
                    .append(field.name());
            if (field.value() != null) {
                out.append(" = ").append(print(field.value()));
            }
            out.append('\n');
        }
        for (FunctionDeclaration method : declaration.methods()) {
            out.append("  ").append(print(method)).append('\n');
        }
        return out.toString();
    }

    static String print(FunctionDeclaration method) {
        StringBuilder out = new StringBuilder();
        annotations(method.annotations(), out);
        out.append(method.isStatic() ? "static " : "").append(method.isAbstract() ? "abstract " : "");
        out.append(method.result() == null ? "" : method.result() + " ").append(method.name());
        out.append(method.parameters().stream().map(IrPrinter::print).collect(Collectors.joining(", ", "(", ")")));
        return out.append(' ').append(print(method.body())).toString();
    }

    private static void annotations(List<Annotation> annotations, StringBuilder out) {
        for (Annotation annotation : annotations) {
            out.append('@')
                    .append(annotation.name())
                    .append(arguments(annotation.arguments()))
                    .append(' ');
        }
    }

    private static String print(Parameter parameter) {
        StringBuilder out = new StringBuilder();
        annotations(parameter.annotations(), out);
        String type = parameter.type() == null ? "" : parameter.type() + " ";
        String kind = parameter.kind() == Parameter.Kind.ONE ? "" : parameter.kind() + " ";
        return out.append(kind).append(type).append(print(parameter.target())).toString();
    }

    static String print(Statement statement) {
        return switch (statement) {
            case Statement.Evaluate it -> print(it.expression()) + ";";
            case Statement.Declare it ->
                (it.type() == null ? "var" : it.type()) + " " + it.name()
                        + (it.value() == null ? "" : " = " + print(it.value())) + ";";
            case Statement.Block it ->
                it.statements().stream().map(IrPrinter::print).collect(Collectors.joining(" ", "{", "}"));
            case Statement.If it ->
                "if (" + print(it.test()) + ") " + print(it.then())
                        + (it.otherwise().equals(Statement.nothing()) ? "" : " else " + print(it.otherwise()));
            case Statement.Loop it ->
                (it.once() ? "do" : "") + "while (" + (it.test() == null ? "" : print(it.test())) + "; "
                        + print(it.update()) + ") " + print(it.body());
            case Statement.ForEach it ->
                "for (" + print(it.target()) + " : " + print(it.iterable()) + ") " + print(it.body());
            case Statement.Switch it ->
                "switch (" + print(it.subject()) + ") "
                        + it.cases().stream().map(IrPrinter::print).collect(Collectors.joining(" ", "{", "}"));
            case Statement.Try it ->
                "try " + print(it.body())
                        + it.catches().stream()
                                .map(one -> " catch (" + String.join("|", one.types()) + " " + one.variable() + ") "
                                        + print(one.body()))
                                .collect(Collectors.joining())
                        + (it.last().equals(Statement.nothing()) ? "" : " finally " + print(it.last()));
            case Statement.Return it -> "return" + (it.value() == null ? "" : " " + print(it.value())) + ";";
            case Statement.Throw it -> "throw " + print(it.value()) + ";";
            case Statement.Break it -> "break" + label(it.label()) + ";";
            case Statement.Continue it -> "continue" + label(it.label()) + ";";
            case Statement.Labelled it -> it.label() + ": " + print(it.statement());
            case Statement.DeclareClass it -> "class " + it.declaration().name() + ";";
        };
    }

    private static String label(@Nullable String label) {
        return label == null ? "" : " " + label;
    }

    private static String print(Statement.Switch.Case one) {
        return (one.labels().isEmpty() ? "default" : "case " + all(one.labels()))
                + (one.through() ? ": " : " -> ")
                + print(one.body());
    }

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.Literal it -> it.value() instanceof String text ? "'" + text + "'" : "" + it.value();
            case Expression.Name it -> it.name();
            case Expression.Symbol it -> "<" + it.path() + ">";
            case Expression.Member it -> print(it.object()) + "." + it.name();
            case Expression.Element it -> print(it.object()) + "[" + print(it.index()) + "]";
            case Expression.Call it -> print(it.callee()) + arguments(it.arguments());
            case Expression.New it ->
                "new " + print(it.type()) + arguments(it.arguments())
                        + (it.body() == null ? "" : " " + it.body().name());
            case Expression.Operation it ->
                it.operands().size() == 1
                        ? it.operator() + print(it.operands().getFirst())
                        : it.operands().stream()
                                .map(IrPrinter::print)
                                .collect(Collectors.joining(
                                        it.operator().equals(",") ? ", " : " " + it.operator() + " ", "(", ")"));
            case Expression.Conditional it ->
                "(" + print(it.test()) + " ? " + print(it.then()) + " : " + print(it.otherwise()) + ")";
            case Expression.Text it -> "text(" + all(it.parts()) + ")";
            case Expression.Collection it ->
                it.entries().stream()
                        .map(entry -> (entry.key() == null ? "" : print(entry.key()) + ": ") + print(entry.value()))
                        .collect(Collectors.joining(", ", "[", "]"));
            case Expression.Comprehension it -> "comprehension";
            case Expression.Function it -> print(it.declaration());
            case Expression.Assignment it -> print(it.target()) + " = " + print(it.value());
            case Expression.Unknown it -> "?(" + all(it.parts()) + ")";
        };
    }

    private static String all(List<Expression> all) {
        return all.stream().map(IrPrinter::print).collect(Collectors.joining(", "));
    }

    private static String arguments(List<Argument> arguments) {
        return arguments.stream()
                .map(one ->
                        (one.name() == null ? "" : one.name() + "=") + (one.spread() ? "*" : "") + print(one.value()))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
