package io.ymera.scanner.taint;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through values into the objects that they are. */
final class Deep {

    private static final int DEPTH = 4;

    /** Data from outside in the value, and in what it holds. */
    List<Taint> taints(Value value, State state) {
        return taints(value, state, DEPTH, new HashSet<>());
    }

    /** Data from outside in any of them. */
    List<Taint> taints(List<Site.Given> parts, State state) {
        List<Taint> all = List.of();
        for (Site.Given part : parts) {
            all = Taints.join(all, taints(part.value(), state));
        }
        return all;
    }

    private static List<Taint> taints(Value value, State state, int depth, Set<Integer> seen) {
        List<Taint> all = value.taints();
        if (depth == 0) {
            return all;
        }
        for (int id : value.objects()) {
            if (seen.add(id)) {
                HeapObject object = state.object(id);
                all = Taints.join(all, object.taints());
                all = Taints.join(all, taints(object.rest(), state, depth - 1, seen));
                for (Value item : object.items()) {
                    all = Taints.join(all, taints(item, state, depth - 1, seen));
                }
                for (Value entry : object.entries().values()) {
                    all = Taints.join(all, taints(entry, state, depth - 1, seen));
                }
            }
        }
        return all;
    }

    /** The types that it may have. */
    Set<String> types(Value value, State state) {
        if (value.objects().isEmpty()) {
            return value.types();
        }
        Set<String> types = new LinkedHashSet<>();
        for (int id : value.objects()) {
            String type = state.object(id).type();
            if (type != null) {
                types.add(type);
            }
        }
        types.addAll(value.types());
        return types;
    }

    /** Whether it certainly has a mark. */
    boolean marked(Value value, String mark, State state) {
        if (value.marks().contains(mark)) {
            return true;
        }
        return !value.objects().isEmpty()
                && value.objects().stream()
                        .allMatch(id -> state.object(id).marks().contains(mark));
    }

    Set<String> marks(Value value, State state) {
        Set<String> marks = new HashSet<>(value.marks());
        value.objects().forEach(id -> marks.addAll(state.object(id).marks()));
        return marks;
    }

    /** What a member or entry of this name is known to be; null if there is none. */
    @Nullable
    Value entry(Value value, Object key, State state) {
        Value found = null;
        for (int id : value.objects()) {
            HeapObject object = state.object(id);
            Value entry = object.entries().get(key);
            if (entry == null && key instanceof String digits && digits.length() < 4 && digits.matches("\\d+")) {
                entry = item(object, Long.parseLong(digits));
            }
            if (entry == null && key instanceof Long index) {
                entry = item(object, index);
            }
            if (entry != null) {
                found = found == null ? entry : found.join(entry);
            }
        }
        return found;
    }

    private static @Nullable Value item(HeapObject object, long index) {
        return object.exact() && index >= 0 && index < object.items().size()
                ? object.items().get((int) index)
                : null;
    }
}
