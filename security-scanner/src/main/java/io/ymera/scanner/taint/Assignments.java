package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import java.util.List;
import java.util.Set;

/** Gives variables, members and elements their values, also several at once. */
final class Assignments {

    private final Interpreter interpreter;
    private final Evaluator evaluator;
    private final Members members;
    private final Elements elements;
    private final Writes writes;

    Assignments(Interpreter interpreter, Evaluator evaluator, Members members, Elements elements, Writes writes) {
        this.interpreter = interpreter;
        this.evaluator = evaluator;
        this.members = members;
        this.elements = elements;
        this.writes = writes;
    }

    /** Gives a variable, member, element or several of them a value. */
    void assign(Expression target, Value value, Frame frame, State state) {
        switch (target) {
            case Expression.Name it -> {
                Variable variable = evaluator.variable(it.name(), frame, state);
                Variable found = variable == null ? frame.variable(it.name()) : variable;
                state.put(found, value);
                if (frame.function != null && found.frame() != frame.id) {
                    interpreter.facts.add(FieldFacts.key(frame.unit.path(), it.name()), value.taints());
                }
                interpreter.detection.assigned(it.name(), value, it.span(), frame, state);
            }
            case Expression.Member it -> writes.write(it, value, frame, state);
            case Expression.Element it -> writes.writeElement(it, value, frame, state);
            case Expression.Collection it -> destructure(it, value, frame, state, this::assign);
            default -> evaluator.value(target, frame, state);
        }
    }

    /** Makes new variables of this function. */
    void declare(Expression target, Value value, Frame frame, State state) {
        switch (target) {
            case Expression.Name it -> state.put(frame.variable(it.name()), value);
            case Expression.Collection it -> destructure(it, value, frame, state, this::declare);
            default -> assign(target, value, frame, state);
        }
    }

    private interface Binding {
        void bind(Expression target, Value value, Frame frame, State state);
    }

    private void destructure(Expression.Collection it, Value value, Frame frame, State state, Binding binding) {
        int position = 0;
        for (Expression.Collection.Entry entry : it.entries()) {
            Value part;
            if (entry.spread()) {
                part = it.kind() == Expression.Collection.Kind.MAP
                        ? without(value, it.entries())
                        : elements.rest(value, position, state);
            } else if (entry.key() != null) {
                Value key = evaluator.value(entry.key(), frame, state);
                Object constant = key.constantOnly();
                part = constant instanceof String name
                        ? members.read(value, name, entry.value(), it.span(), frame, state)
                        : elements.element(value, constant, state);
            } else {
                part = elements.element(value, (long) position, state);
            }
            binding.bind(entry.value(), part, frame, state);
            position++;
        }
    }

    /** What is left of an object when some of its members were taken out. */
    private Value without(Value value, List<Expression.Collection.Entry> taken) {
        Value left = value;
        for (Expression.Collection.Entry entry : taken) {
            if (entry.key() instanceof Expression.Literal(String name, var skipped)) {
                Set<String> kinds = interpreter.program.rules().clearedUnless(name, "");
                left = left.mapTaints(taint -> taint.clear(kinds));
            }
        }
        return left;
    }
}
