package io.ymera.scanner.taint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object, list or map as far as it is known; a copy is made for each change.
 *
 * @param kind what it is
 * @param type its full name, or null
 * @param frame in which its anonymous class was made, or null
 * @param entries members by name, or entries by constant key
 * @param items elements of a list, if it is {@code exact}
 * @param exact whether the list's elements and their order are known
 * @param rest what was put where nobody knows: join of all such
 * @param taints of all of it
 * @param marks what models have found out of it
 */
record HeapObject(
        Kind kind,
        @Nullable String type,
        @Nullable Frame frame,
        Map<Object, Value> entries,
        List<Value> items,
        boolean exact,
        Value rest,
        List<Taint> taints,
        Set<String> marks) {

    private static final int MOST_ITEMS = 64;
    private static final int MOST_ENTRIES = 256;

    /** What an object is. */
    enum Kind {
        OBJECT,
        LIST,
        MAP
    }

    /** A mark: it may be of a class that extends its own. */
    static final String OPEN = "%open";

    static HeapObject object(@Nullable String type, @Nullable Frame frame) {
        return new HeapObject(Kind.OBJECT, type, frame, Map.of(), List.of(), false, Value.NONE, List.of(), Set.of());
    }

    static HeapObject list(@Nullable String type, List<Value> items) {
        return items.size() <= MOST_ITEMS
                ? new HeapObject(Kind.LIST, type, null, Map.of(), items, true, Value.NONE, List.of(), Set.of())
                : list(type, List.of()).inexact(all(items));
    }

    static HeapObject map(@Nullable String type, Map<Object, Value> entries, Value rest) {
        return map(type, entries, rest, List.of());
    }

    /** @param taints of data that may be in any member but those of {@code entries} */
    static HeapObject map(@Nullable String type, Map<Object, Value> entries, Value rest, List<Taint> taints) {
        return new HeapObject(Kind.MAP, type, null, entries, List.of(), true, rest, taints, Set.of());
    }

    private static Value all(List<Value> values) {
        Value all = Value.NONE;
        for (Value value : values) {
            all = all.join(value);
        }
        return all;
    }

    /** What any of its elements or members may be. */
    Value element() {
        Value all = rest;
        for (Value value : items) {
            all = all.join(value);
        }
        for (Value value : entries.values()) {
            all = all.join(value);
        }
        return all;
    }

    HeapObject withEntry(Object key, Value value) {
        if (entries.size() >= MOST_ENTRIES && !entries.containsKey(key)) {
            return withRest(value);
        }
        Map<Object, Value> now = new LinkedHashMap<>(entries);
        now.put(key, value);
        return with(Collections.unmodifiableMap(now), items, exact, rest);
    }

    HeapObject withoutEntry(Object key) {
        Map<Object, Value> now = new LinkedHashMap<>(entries);
        now.remove(key);
        return with(Collections.unmodifiableMap(now), items, exact, rest);
    }

    HeapObject withRest(Value value) {
        return with(entries, items, exact && kind != Kind.LIST, rest.join(value))
                .settled();
    }

    /** A list whose order is not known any more has all in {@code rest}. */
    private HeapObject settled() {
        return kind == Kind.LIST && !exact && !items.isEmpty()
                ? with(entries, List.of(), false, rest.join(all(items)))
                : this;
    }

    HeapObject inexact(Value more) {
        return with(entries, List.of(), false, rest.join(all(items)).join(more));
    }

    HeapObject withItems(List<Value> now) {
        return now.size() > MOST_ITEMS ? inexact(all(now)) : with(entries, List.copyOf(now), true, rest);
    }

    HeapObject cleared() {
        return with(Map.of(), List.of(), true, Value.NONE);
    }

    private HeapObject with(Map<Object, Value> nowEntries, List<Value> nowItems, boolean nowExact, Value nowRest) {
        return new HeapObject(kind, type, frame, nowEntries, nowItems, nowExact, nowRest, taints, marks);
    }

    /** With data that may be in any part of it, also where something else was before. */
    HeapObject withTaints(List<Taint> now) {
        if (entries.isEmpty() || taints.equals(now)) {
            return new HeapObject(kind, type, frame, entries, items, exact, rest, now, marks);
        }
        Map<Object, Value> over = new LinkedHashMap<>(entries);
        over(
                over,
                now.stream()
                        .filter(taint -> taints.stream().noneMatch(taint::same))
                        .toList());
        return new HeapObject(kind, type, frame, Collections.unmodifiableMap(over), items, exact, rest, now, marks);
    }

    /** What members may be when data of which nobody knows what members it has was put over them. */
    static void over(Map<Object, Value> entries, List<Taint> data) {
        if (!data.isEmpty()) {
            entries.replaceAll((key, value) -> key instanceof String name && !name.startsWith("%")
                    ? value.over(Taints.map(data, taint -> taint.member(name)))
                    : value);
        }
    }

    HeapObject withMark(String mark, boolean set) {
        Set<String> now = new HashSet<>(marks);
        if (set) {
            now.add(mark);
        } else {
            now.remove(mark);
        }
        return withMarks(now);
    }

    HeapObject withMarks(Set<String> now) {
        return new HeapObject(kind, type, frame, entries, items, exact, rest, taints, Set.copyOf(now));
    }

    /** The object after one of two ways. */
    HeapObject join(HeapObject other) {
        if (this == other) {
            return this;
        }
        Set<String> nowMarks = new HashSet<>(marks);
        nowMarks.retainAll(other.marks);
        boolean aligned = exact && other.exact && items.size() == other.items.size();
        List<Value> nowItems = new ArrayList<>();
        Value nowRest = rest.join(other.rest);
        if (aligned) {
            for (int i = 0; i < items.size(); i++) {
                nowItems.add(items.get(i).join(other.items.get(i)));
            }
        } else {
            nowRest = nowRest.join(all(items)).join(all(other.items));
        }
        return new HeapObject(
                kind,
                type == null ? other.type : type,
                frame,
                joined(entries, other.entries),
                List.copyOf(nowItems),
                aligned || kind != Kind.LIST && exact && other.exact,
                nowRest,
                Taints.join(taints, other.taints),
                nowMarks);
    }

    private static Map<Object, Value> joined(Map<Object, Value> one, Map<Object, Value> other) {
        if (one == other || other.isEmpty()) {
            return one;
        }
        if (one.isEmpty()) {
            return other;
        }
        Map<Object, Value> all = new LinkedHashMap<>(one);
        other.forEach((key, value) -> all.merge(key, value, Value::join));
        return Collections.unmodifiableMap(all);
    }
}
