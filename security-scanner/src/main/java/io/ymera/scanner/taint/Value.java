package io.ymera.scanner.taint;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of what a variable may hold.
 *
 * @param taints data from outside that is in it
 * @param constants those that it may be; null if it may be anything; none for what has no value yet
 * @param types full names, of which it has one; empty if nothing is known
 * @param symbol the thing outside of all functions that it is, or null
 * @param objects on the heap, of which it is one
 * @param functions of which it is one
 * @param marks what models have found out of it
 * @param prefix a text with which it begins, or null
 * @param facts what is known if it is true or false
 */
record Value(
        List<Taint> taints,
        @Nullable Set<Object> constants,
        Set<String> types,
        @Nullable String symbol,
        Set<Integer> objects,
        Set<Closure> functions,
        Set<String> marks,
        @Nullable String prefix,
        List<Fact> facts) {

    private static final int MOST_CONSTANTS = 8;
    private static final int MOST_CLOSURES = 6;
    /** More different things are in no variable of which more would be found out by looking at each. */
    private static final int MOST_OBJECTS = 64;

    /** May be anything. */
    static final Value UNKNOWN =
            new Value(List.of(), null, Set.of(), null, Set.of(), Set.of(), Set.of(), null, List.of());

    /** No value yet. */
    static final Value NONE =
            new Value(List.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), null, List.of());

    static Value constant(Object value) {
        return new Value(
                List.of(),
                Set.of(value),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                value instanceof String text ? text : null,
                List.of());
    }

    static Value symbol(String path) {
        return new Value(List.of(), null, Set.of(), path, Set.of(), Set.of(), Set.of(), null, List.of());
    }

    static Value of(Closure function) {
        return new Value(List.of(), null, Set.of(), null, Set.of(), Set.of(function), Set.of(), null, List.of());
    }

    static Value object(int id) {
        return new Value(List.of(), null, Set.of(), null, Set.of(id), Set.of(), Set.of(), null, List.of());
    }

    static Value typed(@Nullable String type) {
        return type == null ? UNKNOWN : UNKNOWN.withTypes(Set.of(type));
    }

    boolean none() {
        return constants != null
                && constants.isEmpty()
                && taints.isEmpty()
                && objects.isEmpty()
                && functions.isEmpty()
                && symbol == null
                && types.isEmpty();
    }

    /** The only constant that it can be, or null. */
    @Nullable
    Object constantOnly() {
        return constants != null && constants.size() == 1 && taints.isEmpty()
                ? constants.iterator().next()
                : null;
    }

    Value withTaints(List<Taint> now) {
        return now.equals(taints)
                ? this
                : new Value(
                        now, now.isEmpty() ? constants : null, types, symbol, objects, functions, marks, prefix, facts);
    }

    Value withTypes(Set<String> now) {
        return new Value(taints, constants, now, symbol, objects, functions, marks, prefix, facts);
    }

    Value withConstants(@Nullable Set<Object> now) {
        return new Value(taints, now, types, symbol, objects, functions, marks, prefix, facts);
    }

    Value withObjects(Set<Integer> now) {
        return new Value(taints, constants, types, symbol, now, functions, marks, prefix, facts);
    }

    Value withMarks(Set<String> now) {
        return new Value(taints, constants, types, symbol, objects, functions, now, prefix, facts);
    }

    Value withPrefix(@Nullable String now) {
        return new Value(taints, constants, types, symbol, objects, functions, marks, now, facts);
    }

    Value withFacts(List<Fact> now) {
        return new Value(taints, constants, types, symbol, objects, functions, marks, prefix, now);
    }

    Value mapTaints(UnaryOperator<Taint> change) {
        return taints.isEmpty() ? this : withTaints(Taints.map(taints, change));
    }

    Value tainted(List<Taint> more) {
        return more.isEmpty() ? this : withTaints(Taints.join(taints, more));
    }

    /** The same, or data: it need not begin as it does. */
    Value over(List<Taint> data) {
        return data.isEmpty() ? this : tainted(data).withPrefix(null);
    }

    /** What may be either. */
    Value join(Value other) {
        if (this == other || other.none()) {
            return this;
        }
        if (none()) {
            return other;
        }
        Value joined = new Value(
                Taints.join(taints, other.taints),
                joinConstants(constants, other.constants),
                union(types, other.types),
                symbol == null ? other.symbol : symbol,
                limited(union(objects, other.objects), MOST_OBJECTS),
                limited(union(functions, other.functions), MOST_CLOSURES),
                both(marks, other.marks),
                commonPrefix(prefix, other.prefix),
                facts.equals(other.facts) ? facts : List.of());
        // The same one again is compared by a glance
        return joined.equals(this) ? this : joined;
    }

    private static @Nullable Set<Object> joinConstants(@Nullable Set<Object> one, @Nullable Set<Object> other) {
        if (one == null || other == null) {
            return null;
        }
        Set<Object> all = union(one, other);
        return all.size() > MOST_CONSTANTS ? null : all;
    }

    private static <T> Set<T> limited(Set<T> all, int most) {
        return all.size() <= most
                ? all
                : new LinkedHashSet<>(all.stream().limit(most).toList());
    }

    static <T> Set<T> union(Set<T> one, Set<T> other) {
        if (other.isEmpty() || one.equals(other)) {
            return one;
        }
        if (one.isEmpty()) {
            return other;
        }
        Set<T> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> both(Set<String> one, Collection<String> other) {
        if (one.isEmpty() || one.equals(other)) {
            return one;
        }
        Set<String> left = new HashSet<>(one);
        left.retainAll(other);
        return left;
    }

    private static @Nullable String commonPrefix(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length == 0 ? null : one.substring(0, length);
    }
}
