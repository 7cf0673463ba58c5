package io.ymera.scanner.taint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What data has been found harmless for which kinds of rules, wherever that data is. Does not change. */
record Clearings(List<Clearing> all) {

    static final Clearings NONE = new Clearings(List.of());

    /** With more than these on two ways, what both have is not looked for, and so the data is not harmless behind them. */
    private static final int MOST = 64;

    /**
     * One of them.
     *
     * @param about the data, and what comes from it
     * @param kinds for which it is harmless
     */
    record Clearing(List<Taint> about, Set<String> kinds) {

        /** Whether another says nothing that this does not say. */
        private boolean covers(Clearing other) {
            return kinds.containsAll(other.kinds) && other.about.stream().allMatch(this::concerns);
        }

        private boolean concerns(Taint taint) {
            for (Taint each : about) {
                if (taint.comesFrom(each)) {
                    return true;
                }
            }
            return false;
        }
    }

    static Clearings of(List<Taint> about, Set<String> kinds) {
        return about.isEmpty() || kinds.isEmpty() ? NONE : new Clearings(List.of(new Clearing(about, kinds)));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** These and others. */
    Clearings and(Clearings others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        List<Clearing> both = new ArrayList<>(all);
        others.all.forEach(each -> add(both, each));
        return both.size() == all.size() ? this : new Clearings(both);
    }

    /** What is harmless after these as well as after others. */
    Clearings both(Clearings others) {
        if (isEmpty() || equals(others)) {
            return this;
        }
        if (others.isEmpty() || all.size() > MOST || others.all.size() > MOST) {
            return NONE;
        }
        List<Clearing> both = new ArrayList<>();
        for (Clearing one : all) {
            for (Clearing other : others.all) {
                both(one, other, both);
            }
        }
        return both.isEmpty() ? NONE : new Clearings(both);
    }

    private static void add(List<Clearing> all, Clearing more) {
        if (all.stream().noneMatch(each -> each.covers(more))) {
            all.add(more);
        }
    }

    private static void both(Clearing one, Clearing other, List<Clearing> both) {
        Set<String> kinds = one.kinds().equals(other.kinds())
                ? one.kinds()
                : one.kinds().stream().filter(other.kinds()::contains).collect(Collectors.toUnmodifiableSet());
        if (kinds.isEmpty()) {
            return;
        }
        List<Taint> about = Stream.concat(
                        one.about().stream().filter(other::concerns),
                        other.about().stream().filter(one::concerns))
                .toList();
        if (!about.isEmpty()) {
            add(both, new Clearing(about, kinds));
        }
    }

    private Taint apply(Taint taint) {
        Taint now = taint;
        for (Clearing each : all) {
            if (each.concerns(now)) {
                now = now.clear(each.kinds());
            }
        }
        return now;
    }

    private boolean changes(List<Taint> taints) {
        for (Taint taint : taints) {
            if (apply(taint) != taint) {
                return true;
            }
        }
        return false;
    }

    /** The value as it is after these; itself if nothing of it changes. */
    Value apply(Value value) {
        return isEmpty() || !changes(value.taints()) ? value : value.mapTaints(this::apply);
    }

    /** The object as it is after these; itself if nothing of it changes. */
    HeapObject apply(HeapObject object) {
        return isEmpty() || !changes(object) ? object : changed(object);
    }

    private boolean changes(HeapObject object) {
        if (changes(object.taints()) || changes(object.rest().taints())) {
            return true;
        }
        for (Value item : object.items()) {
            if (changes(item.taints())) {
                return true;
            }
        }
        for (Value entry : object.entries().values()) {
            if (changes(entry.taints())) {
                return true;
            }
        }
        return false;
    }

    private HeapObject changed(HeapObject object) {
        Map<Object, Value> entries = new LinkedHashMap<>(object.entries());
        entries.replaceAll((key, value) -> apply(value));
        return new HeapObject(
                object.kind(),
                object.type(),
                object.frame(),
                Collections.unmodifiableMap(entries),
                object.items().stream().map(this::apply).toList(),
                object.exact(),
                apply(object.rest()),
                Taints.map(object.taints(), this::apply),
                object.marks());
    }

    /** Changes all that is in these maps. */
    void applyTo(Map<Variable, Value> variables, Map<Integer, HeapObject> heap) {
        if (!isEmpty()) {
            variables.replaceAll((variable, value) -> apply(value));
            heap.replaceAll((id, object) -> apply(object));
        }
    }
}
