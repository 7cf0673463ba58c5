package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates lists, sets and maps that are written down, and comprehensions. */
final class Collected {

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;
    private final Elements elements;

    Collected(Interpreter interpreter, Evaluator evaluator, Elements elements) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
        this.elements = elements;
    }

    /** {@code [a, b]} or {@code {a: b}}. */
    Value collection(Expression.Collection it, Frame frame, State state) {
        String type = program.rules()
                .literal(
                        switch (it.kind()) {
                            case LIST -> "list";
                            case SET -> "set";
                            case MAP -> "map";
                            case TUPLE -> "tuple";
                        });
        HeapObject object = it.kind() == Expression.Collection.Kind.MAP
                ? map(type, it, frame, state)
                : list(type, it, frame, state);
        return Value.object(interpreter.newObject(state, object));
    }

    private HeapObject list(@Nullable String type, Expression.Collection it, Frame frame, State state) {
        List<Value> items = new ArrayList<>();
        Value spread = Value.NONE;
        boolean exact = true;
        for (Expression.Collection.Entry entry : it.entries()) {
            Value value = evaluator.value(entry.value(), frame, state);
            List<Value> known = entry.spread() ? Containers.known(value, state) : null;
            if (known != null) {
                items.addAll(known);
            } else if (entry.spread()) {
                exact = false;
                spread = spread.join(elements.element(value, null, state));
            } else {
                items.add(value);
            }
        }
        HeapObject list = HeapObject.list(type, items);
        return exact ? list : list.inexact(spread);
    }

    private HeapObject map(@Nullable String type, Expression.Collection it, Frame frame, State state) {
        Map<Object, Value> entries = new LinkedHashMap<>();
        Value rest = Value.NONE;
        List<Taint> taints = List.of();
        for (Expression.Collection.Entry entry : it.entries()) {
            if (entry.spread()) {
                Value from = evaluator.value(entry.value(), frame, state);
                List<Taint> more = from.taints();
                for (int id : from.objects()) {
                    HeapObject object = state.object(id);
                    entries.putAll(object.entries());
                    rest = rest.join(object.rest());
                    more = Taints.join(more, object.taints());
                }
                HeapObject.over(entries, more);
                taints = Taints.join(taints, more);
                continue;
            }
            Value key = entry.key() == null ? Value.UNKNOWN : evaluator.value(entry.key(), frame, state);
            Object constant = key.constantOnly();
            Value value = evaluator.value(entry.value(), constant instanceof String name ? name : "", frame, state);
            if (constant instanceof String name) {
                interpreter.detection.assigned(name, value, it.span(), frame, state);
            }
            if (constant != null) {
                entries.put(constant, value);
            } else {
                rest = rest.join(value.tainted(key.taints()));
            }
        }
        return HeapObject.map(type, Collections.unmodifiableMap(entries), rest, taints);
    }

    /** {@code [f(x) for x in all]}. */
    Value comprehension(Expression.Comprehension it, Frame frame, State state) {
        String name = evaluator.taken();
        // What the conditions say is said of the elements only
        boolean some =
                it.clauses().stream().anyMatch(clause -> !clause.conditions().isEmpty());
        State before = some ? state.copy() : null;
        for (Expression.Comprehension.Clause clause : it.clauses()) {
            Value iterable = evaluator.value(clause.iterable(), frame, state);
            evaluator.declare(
                    clause.target(), evaluator.each(iterable, false, clause.iterable(), frame, state), frame, state);
            for (Expression condition : clause.conditions()) {
                Value test = evaluator.value(condition, frame, state);
                state.assume(test, true);
            }
        }
        Value key = it.key() == null ? Value.NONE : evaluator.value(it.key(), frame, state);
        Value value = evaluator.value(it.value(), name, frame, state);
        HeapObject object = it.kind() == Expression.Collection.Kind.MAP
                ? HeapObject.map(program.rules().literal("map"), Map.of(), value.tainted(key.taints()))
                : HeapObject.list(program.rules().literal("list"), List.of()).inexact(value);
        Value all = Value.object(interpreter.newObject(state, object));
        if (before != null) {
            state.join(before);
        }
        return all;
    }
}
