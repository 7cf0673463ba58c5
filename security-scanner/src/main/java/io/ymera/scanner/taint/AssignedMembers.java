package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/** The names of all members that functions of a file assign to: a field whose name is not among those of all files keeps its first value. */
final class AssignedMembers {

    private final Set<String> names = new HashSet<>();
    private final Walk walk = new Walk(this::statement, this::expression);

    private AssignedMembers() {}

    static Set<String> of(Unit unit) {
        AssignedMembers members = new AssignedMembers();
        members.add(unit);
        return members.names;
    }

    private void add(Unit unit) {
        unit.body().forEach(walk::through);
        unit.classes().forEach(each -> {
            each.methods().forEach(walk::through);
            each.fields().forEach(field -> walk.through(field.value()));
        });
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.ForEach each) {
            target(each.target());
        }
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Assignment assignment) {
            target(assignment.target());
        }
    }

    private void target(Expression target) {
        if (target instanceof Expression.Member member) {
            names.add(member.name());
        } else if (target instanceof Expression.Collection collection) {
            collection.entries().forEach(entry -> target(entry.value()));
        }
    }
}
