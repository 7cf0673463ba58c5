package io.ymera.scanner.taint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What variables and objects hold at one point of an interpretation. Changed in place; copied where ways part. */
final class State {

    /** What was there before the function that is being interpreted; never changed. */
    private final Map<Variable, Value> outerVariables;

    private final Map<Integer, HeapObject> outerHeap;
    private Map<Variable, Value> variables = new LinkedHashMap<>();
    private Map<Integer, HeapObject> heap = new LinkedHashMap<>();
    /** What has been found harmless on the way here, for what {@link Fact}s a function's answer carries. */
    private List<Fact> cleared = List.of();

    private boolean dead;

    State() {
        this(Map.of(), Map.of());
    }

    private State(Map<Variable, Value> outerVariables, Map<Integer, HeapObject> outerHeap) {
        this.outerVariables = outerVariables;
        this.outerHeap = outerHeap;
    }

    /** One that begins with all that is here, which must not change from now on. */
    State inner() {
        Map<Variable, Value> allVariables = new HashMap<>(outerVariables);
        allVariables.putAll(variables);
        Map<Integer, HeapObject> allObjects = new HashMap<>(outerHeap);
        allObjects.putAll(heap);
        return new State(allVariables, allObjects);
    }

    State copy() {
        State copy = new State(outerVariables, outerHeap);
        copy.variables = new LinkedHashMap<>(variables);
        copy.heap = new LinkedHashMap<>(heap);
        copy.cleared = cleared;
        copy.dead = dead;
        return copy;
    }

    /** Takes over what {@code other} is, a copy of this that has gone on. */
    void become(State other) {
        variables = other.variables;
        heap = other.heap;
        cleared = other.cleared;
        dead = other.dead;
    }

    /** Whether nothing gets here. */
    boolean dead() {
        return dead;
    }

    void die() {
        dead = true;
    }

    void revive() {
        dead = false;
    }

    @Nullable
    Value get(Variable variable) {
        Value value = variables.get(variable);
        return value != null ? value : outerVariables.get(variable);
    }

    void put(Variable variable, Value value) {
        variables.put(variable, value);
    }

    HeapObject object(int id) {
        HeapObject object = heap.get(id);
        if (object == null) {
            object = outerHeap.get(id);
        }
        return object != null ? object : HeapObject.object(null, null);
    }

    boolean has(int id) {
        return heap.containsKey(id) || outerHeap.containsKey(id);
    }

    void put(int id, HeapObject object) {
        heap.put(id, object);
    }

    void change(int id, UnaryOperator<HeapObject> change) {
        heap.put(id, change.apply(object(id)));
    }

    /** Takes over what it does not know of another file's state. */
    void absorb(State other) {
        absorb(other.outerVariables, other.outerHeap);
        absorb(other.variables, other.heap);
    }

    private void absorb(Map<Variable, Value> theirVariables, Map<Integer, HeapObject> theirHeap) {
        theirVariables.forEach((variable, value) -> {
            if (get(variable) == null) {
                variables.put(variable, value);
            }
        });
        theirHeap.forEach((id, object) -> {
            if (!has(id)) {
                heap.put(id, object);
            }
        });
    }

    /** Forgets the variables of a function that has ended. */
    void forget(int frame) {
        variables.keySet().removeIf(variable -> variable.frame() == frame);
    }

    List<Fact> cleared() {
        return cleared;
    }

    void cleared(List<Fact> now) {
        cleared = now;
    }

    /** Goes on only where a value is true, or false, with what is known then. */
    void assume(Value test, boolean truth) {
        for (Fact fact : test.facts()) {
            if (fact.when() == truth) {
                apply(fact);
            }
        }
    }

    void apply(Fact fact) {
        if (fact.variable() != null && fact.constant() != null) {
            Value now = get(fact.variable());
            if (now != null) {
                put(fact.variable(), Value.constant(fact.constant()).withTypes(now.types()));
            }
        }
        if (!fact.about().isEmpty()) {
            clear(fact.about(), fact.clears());
            List<Fact> more = new ArrayList<>(cleared);
            more.add(fact);
            cleared = List.copyOf(more);
        }
    }

    /** Marks data as harmless wherever it is. */
    void clear(List<Taint> about, Set<String> kinds) {
        UnaryOperator<Taint> change = taint -> about.stream().anyMatch(taint::comesFrom) ? taint.clear(kinds) : taint;
        outerVariables.forEach((variable, value) -> {
            if (!value.taints().isEmpty()) {
                variables.putIfAbsent(variable, value);
            }
        });
        variables.replaceAll((variable, value) -> value.mapTaints(change));
        heap.replaceAll((id, object) -> clear(object, change));
    }

    private static HeapObject clear(HeapObject object, UnaryOperator<Taint> change) {
        boolean some = !object.taints().isEmpty() || !object.rest().taints().isEmpty();
        for (Value value : object.items()) {
            some |= !value.taints().isEmpty();
        }
        for (Value value : object.entries().values()) {
            some |= !value.taints().isEmpty();
        }
        if (!some) {
            return object;
        }
        Map<Object, Value> entries = new LinkedHashMap<>(object.entries());
        entries.replaceAll((key, value) -> value.mapTaints(change));
        return new HeapObject(
                object.kind(),
                object.type(),
                object.frame(),
                entries,
                object.items().stream().map(value -> value.mapTaints(change)).toList(),
                object.exact(),
                object.rest().mapTaints(change),
                Taints.map(object.taints(), change),
                object.marks());
    }

    /** What holds whichever way was taken; a dead way does not count. */
    void join(State other) {
        if (other.dead) {
            return;
        }
        if (dead) {
            become(other.copy());
            return;
        }
        other.variables.forEach((variable, value) -> {
            Value here = get(variable);
            variables.put(variable, here == null ? value : here.join(value));
        });
        variables.replaceAll((variable, value) -> {
            if (other.variables.containsKey(variable)) {
                return value;
            }
            Value there = other.outerVariables.get(variable);
            return there == null ? value : value.join(there);
        });
        other.heap.forEach((id, object) -> heap.put(id, has(id) ? object(id).join(object) : object));
        heap.replaceAll((id, object) -> {
            if (other.heap.containsKey(id)) {
                return object;
            }
            HeapObject there = other.outerHeap.get(id);
            return there == null ? object : object.join(there);
        });
        cleared = cleared.stream()
                .filter(fact -> other.cleared.stream().anyMatch(fact::sameAs))
                .toList();
    }

    /** Forgets constants that are not the same as before: the next round of a loop may see others. */
    void widen(State before) {
        variables.replaceAll((variable, value) -> {
            Value was = before.get(variable);
            return was == null || java.util.Objects.equals(was.constants(), value.constants())
                    ? value
                    : value.withConstants(null)
                            .withPrefix(
                                    was.prefix() != null && was.prefix().equals(value.prefix()) ? was.prefix() : null);
        });
    }
}
