package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of all members that functions assign to: a field whose name is not among them keeps its first value. */
final class AssignedMembers {

    private final Set<String> names = new HashSet<>();

    boolean contains(String name) {
        return names.contains(name);
    }

    void add(Unit unit) {
        unit.body().forEach(this::look);
        unit.classes().forEach(each -> {
            each.methods().forEach(this::look);
            each.fields().forEach(field -> look(field.value()));
        });
    }

    private void look(FunctionDeclaration function) {
        look(function.body());
    }

    private void look(Statement statement) {
        switch (statement) {
            case Statement.Evaluate it -> look(it.expression());
            case Statement.Declare it -> look(it.value());
            case Statement.Block it -> it.statements().forEach(this::look);
            case Statement.If it -> {
                look(it.test());
                look(it.then());
                look(it.otherwise());
            }
            case Statement.Loop it -> {
                look(it.test());
                look(it.body());
                look(it.update());
            }
            case Statement.ForEach it -> {
                target(it.target());
                look(it.iterable());
                look(it.body());
            }
            case Statement.Switch it -> {
                look(it.subject());
                it.cases().forEach(each -> look(each.body()));
            }
            case Statement.Try it -> {
                look(it.body());
                it.catches().forEach(each -> look(each.body()));
                look(it.last());
            }
            case Statement.Return it -> look(it.value());
            case Statement.Throw it -> look(it.value());
            case Statement.Labelled it -> look(it.statement());
            case Statement.Break it -> {}
            case Statement.Continue it -> {}
            case Statement.DeclareClass it -> {}
        }
    }

    private void look(@Nullable Expression expression) {
        switch (expression) {
            case null -> {}
            case Expression.Literal it -> {}
            case Expression.Name it -> {}
            case Expression.Symbol it -> {}
            case Expression.Member it -> look(it.object());
            case Expression.Element it -> all(List.of(it.object(), it.index()));
            case Expression.Call it -> {
                look(it.callee());
                arguments(it.arguments());
            }
            case Expression.New it -> {
                look(it.type());
                arguments(it.arguments());
            }
            case Expression.Operation it -> all(it.operands());
            case Expression.Conditional it -> all(List.of(it.test(), it.then(), it.otherwise()));
            case Expression.Text it -> all(it.parts());
            case Expression.Collection it ->
                it.entries().forEach(entry -> {
                    look(entry.key());
                    look(entry.value());
                });
            case Expression.Comprehension it -> {
                look(it.key());
                look(it.value());
            }
            case Expression.Function it -> look(it.declaration());
            case Expression.Assignment it -> {
                target(it.target());
                look(it.value());
            }
            case Expression.Unknown it -> all(it.parts());
        }
    }

    private void target(Expression target) {
        if (target instanceof Expression.Member member) {
            names.add(member.name());
        } else if (target instanceof Expression.Collection collection) {
            collection.entries().forEach(entry -> target(entry.value()));
        }
        look(target);
    }

    private void arguments(List<Argument> arguments) {
        arguments.forEach(argument -> look(argument.value()));
    }

    private void all(Collection<Expression> expressions) {
        expressions.forEach(this::look);
    }
}
