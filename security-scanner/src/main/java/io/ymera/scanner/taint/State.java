package io.ymera.scanner.taint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What variables and objects hold at one point of an interpretation. Changed in place; copied where ways part. A copy shares what was there before in
 * layers that do not change any more, so that copying costs nothing, and joining only what has changed since.
 */
final class State {

    /** What holds unless something else is said here: what files have left when they were loaded. */
    private final Globals globals;

    private @Nullable Layer base;
    private Map<Variable, Value> variables = new LinkedHashMap<>();
    private Map<Integer, HeapObject> heap = new LinkedHashMap<>();
    /** What has been found harmless in all that lies in {@code base}; what is read from there is told so. */
    private Clearings clearings = Clearings.NONE;

    /** What has been found harmless on the way here, for what {@link Fact}s a function's answer carries. */
    private List<Fact> cleared = List.of();

    private boolean dead;

    State(Globals globals) {
        this.globals = globals;
    }

    /** Variables and objects that all functions see. */
    static final class Globals {
        private final Map<Variable, Value> variables = new HashMap<>();
        private final Map<Integer, HeapObject> heap = new HashMap<>();

        /** Takes over all that a state holds. */
        void keep(State state) {
            state.freeze();
            for (Layer layer : layers(state.base).reversed()) {
                if (!layer.clearings().isEmpty()) {
                    layer.clearings().applyTo(variables, heap);
                }
                variables.putAll(layer.variables());
                heap.putAll(layer.heap());
            }
        }
    }

    /** @param clearings of what lies below, not of what is here */
    private record Layer(
            @Nullable Layer below, Map<Variable, Value> variables, Map<Integer, HeapObject> heap, Clearings clearings) {

        int size() {
            return variables.size() + heap.size();
        }
    }

    private static List<Layer> layers(@Nullable Layer top) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer = top; layer != null; layer = layer.below()) {
            layers.add(layer);
        }
        return layers;
    }

    State copy() {
        freeze();
        State copy = new State(globals);
        copy.base = base;
        copy.cleared = cleared;
        copy.dead = dead;
        return copy;
    }

    /** What is here becomes a layer; small ones become one with it, so that there are never many. */
    private void freeze() {
        int size = variables.size() + heap.size();
        if (size == 0 && clearings.isEmpty()) {
            return;
        }
        Layer layer = new Layer(base, variables, heap, clearings);
        while (layer.below() != null && layer.below().size() <= 2 * size) {
            layer = one(layer, layer.below());
            size = layer.size();
        }
        base = layer;
        variables = new LinkedHashMap<>();
        heap = new LinkedHashMap<>();
        clearings = Clearings.NONE;
    }

    private static Layer one(Layer upper, Layer lower) {
        Map<Variable, Value> variables = new LinkedHashMap<>(lower.variables());
        Map<Integer, HeapObject> heap = new LinkedHashMap<>(lower.heap());
        upper.clearings().applyTo(variables, heap);
        variables.putAll(upper.variables());
        heap.putAll(upper.heap());
        return new Layer(lower.below(), variables, heap, lower.clearings().and(upper.clearings()));
    }

    /** Takes over what {@code other} is, a copy of this that has gone on. */
    private void become(State other) {
        other.freeze();
        base = other.base;
        variables = new LinkedHashMap<>();
        heap = new LinkedHashMap<>();
        clearings = Clearings.NONE;
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
        if (value != null) {
            return value;
        }
        Clearings passed = clearings;
        for (Layer layer = base; layer != null; layer = layer.below()) {
            value = layer.variables().get(variable);
            if (value != null) {
                Value now = passed.apply(value);
                if (now != value) {
                    // So that this is done once
                    variables.put(variable, now);
                }
                return now;
            }
            passed = passed.and(layer.clearings());
        }
        return globals.variables.get(variable);
    }

    void put(Variable variable, Value value) {
        variables.put(variable, value);
    }

    private @Nullable HeapObject find(int id) {
        HeapObject object = heap.get(id);
        if (object != null) {
            return object;
        }
        Clearings passed = clearings;
        for (Layer layer = base; layer != null; layer = layer.below()) {
            object = layer.heap().get(id);
            if (object != null) {
                HeapObject now = passed.apply(object);
                if (now != object) {
                    heap.put(id, now);
                }
                return now;
            }
            passed = passed.and(layer.clearings());
        }
        return globals.heap.get(id);
    }

    HeapObject object(int id) {
        HeapObject object = find(id);
        return object != null ? object : HeapObject.object(null, null);
    }

    void put(int id, HeapObject object) {
        heap.put(id, object);
    }

    void change(int id, UnaryOperator<HeapObject> change) {
        heap.put(id, change.apply(object(id)));
    }

    /** Forgets variables of a function that has ended, those of which nobody else holds a copy. */
    void forget(Frame frame) {
        for (String name : frame.names) {
            variables.remove(new Variable(frame.id, name));
        }
    }

    List<Fact> cleared() {
        return cleared;
    }

    /** The same, with what has been found out of this data on the way here: an expression that is evaluated again gives it afresh. */
    List<Taint> recall(List<Taint> taints) {
        if (taints.isEmpty() || cleared.isEmpty()) {
            return taints;
        }
        return Taints.map(taints, taint -> {
            Taint known = taint;
            for (Fact fact : cleared) {
                if (fact.about().stream().anyMatch(taint::comesFrom)) {
                    known = known.clear(fact.clears());
                }
            }
            return known;
        });
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
        Clearings more = Clearings.of(about, kinds);
        more.applyTo(variables, heap);
        clearings = clearings.and(more);
    }

    /** What holds whichever way was taken; a dead way does not count. */
    void join(State other) {
        if (other.dead || other == this) {
            return;
        }
        if (dead) {
            become(other);
            return;
        }
        Layer common = common(other);
        Clearings both = clearingsSince(common).both(other.clearingsSince(common));
        Map<Variable, Value> joined = new LinkedHashMap<>();
        for (Variable variable : changed(common, other)) {
            Value here = get(variable);
            Value there = other.get(variable);
            joined.put(variable, join(here, there, other));
        }
        Map<Integer, HeapObject> objects = new LinkedHashMap<>();
        for (int id : changedObjects(common, other)) {
            HeapObject here = find(id);
            HeapObject there = other.find(id);
            objects.put(id, here == null ? Objects.requireNonNull(there) : there == null ? here : here.join(there));
        }
        base = common;
        variables = joined;
        heap = objects;
        clearings = both;
        cleared = cleared.equals(other.cleared)
                ? cleared
                : cleared.stream()
                        .filter(fact -> other.cleared.stream().anyMatch(fact::sameAs))
                        .toList();
    }

    private Value join(@Nullable Value here, @Nullable Value there, State other) {
        if (here == null || there == null) {
            return here == null ? Objects.requireNonNull(there) : here;
        }
        Value joined = here.join(there);
        boolean tells = decided(here) || decided(there);
        if (!tells || here.equals(there)) {
            return joined;
        }
        // A variable that is true only behind a check says what the check said
        List<Fact> common = cleared.stream()
                .filter(fact -> other.cleared.stream().anyMatch(fact::sameAs))
                .toList();
        List<Fact> known =
                AnswerFacts.of(List.of(new Frame.Answer(here, this), new Frame.Answer(there, other)), common);
        return known.isEmpty() ? joined : joined.withFacts(known);
    }

    /** Whether it is true or false here, whatever it is elsewhere. */
    private static boolean decided(Value value) {
        return value.constantOnly() instanceof Boolean;
    }

    /** The layer from which both have gone on, or null. */
    private @Nullable Layer common(State other) {
        Map<Layer, Boolean> mine = new IdentityHashMap<>();
        layers(base).forEach(layer -> mine.put(layer, true));
        for (Layer layer = other.base; layer != null; layer = layer.below()) {
            if (mine.containsKey(layer)) {
                return layer;
            }
        }
        return null;
    }

    private Clearings clearingsSince(@Nullable Layer common) {
        Clearings all = clearings;
        for (Layer layer = base; layer != common && layer != null; layer = layer.below()) {
            all = all.and(layer.clearings());
        }
        return all;
    }

    private Set<Variable> changed(@Nullable Layer common, State other) {
        Set<Variable> changed = new LinkedHashSet<>(variables.keySet());
        for (Layer layer = base; layer != common && layer != null; layer = layer.below()) {
            changed.addAll(layer.variables().keySet());
        }
        changed.addAll(other.variables.keySet());
        for (Layer layer = other.base; layer != common && layer != null; layer = layer.below()) {
            changed.addAll(layer.variables().keySet());
        }
        return changed;
    }

    private Set<Integer> changedObjects(@Nullable Layer common, State other) {
        Set<Integer> changed = new HashSet<>(heap.keySet());
        for (Layer layer = base; layer != common && layer != null; layer = layer.below()) {
            changed.addAll(layer.heap().keySet());
        }
        changed.addAll(other.heap.keySet());
        for (Layer layer = other.base; layer != common && layer != null; layer = layer.below()) {
            changed.addAll(layer.heap().keySet());
        }
        return changed;
    }

    /** Forgets constants that are not the same as before: the next round of a loop may see others. */
    void widen(State before) {
        for (Variable variable : changed(common(before), before)) {
            Value value = get(variable);
            Value was = before.get(variable);
            if (value != null && was != null && !Objects.equals(was.constants(), value.constants())) {
                String prefix = Objects.equals(was.prefix(), value.prefix()) ? was.prefix() : null;
                put(variable, value.withConstants(null).withPrefix(prefix));
            }
        }
    }
}
