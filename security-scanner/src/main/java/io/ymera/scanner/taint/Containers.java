package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.rule.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to lists, maps and sets when their methods are called. */
final class Containers {

    private final Interpreter interpreter;
    private final Elements elements;

    Containers(Interpreter interpreter, Elements elements) {
        this.interpreter = interpreter;
        this.elements = elements;
    }

    /** The elements of a list of which all are known; null if that is not so. */
    static @Nullable List<Value> known(Value value, State state) {
        if (value.objects().size() != 1 || !value.taints().isEmpty()) {
            return null;
        }
        HeapObject list = state.object(value.objects().iterator().next());
        return list.kind() == HeapObject.Kind.LIST
                        && list.exact()
                        && list.taints().isEmpty()
                ? list.items()
                : null;
    }

    /** The elements of a tuple: nobody changes these later. */
    private static @Nullable List<Value> fixed(Value value, State state) {
        List<Value> items = known(value, state);
        boolean tuple = items != null
                && "tuple"
                        .equals(state.object(value.objects().iterator().next()).type());
        return tuple ? items : null;
    }

    /** The arguments that {@code **options} stands for: each entry that is known, and all others if there may be any. */
    static List<Site.Given> named(Value value, Argument argument, State state) {
        List<Site.Given> given = new ArrayList<>();
        boolean all = value.objects().size() == 1 && value.taints().isEmpty();
        if (all) {
            HeapObject map = state.object(value.objects().iterator().next());
            all = map.kind() == HeapObject.Kind.MAP
                    && map.rest().none()
                    && map.taints().isEmpty();
            map.entries().forEach((key, entry) -> {
                if (key instanceof String name) {
                    given.add(new Site.Given(name, entry, argument.value(), false));
                }
            });
        }
        if (!all) {
            given.add(new Site.Given(argument.name(), value, argument.value(), true));
        }
        return given;
    }

    /** How many elements a collection has that nobody changes, or null. */
    static @Nullable Long size(Value value, State state) {
        List<Value> items = fixed(value, state);
        if (items != null) {
            return (long) items.size();
        }
        return value.constantOnly() instanceof String text ? (Long) (long) text.length() : null;
    }

    /** Whether a constant is in a collection that nobody changes; null if that is not known. */
    static @Nullable Boolean contains(Value all, Value one, State state) {
        List<Value> items = fixed(all, state);
        Object wanted = one.constantOnly();
        if (items == null || wanted == null && !items.isEmpty()) {
            return null;
        }
        boolean unknown = items.stream().anyMatch(item -> item.constantOnly() == null);
        boolean found = items.stream().anyMatch(item -> Objects.equals(wanted, item.constantOnly()));
        return found ? (Boolean) true : unknown ? null : (Boolean) false;
    }

    /** What a method of a collection gives, having changed it. */
    Value effect(Model.Effect.What what, Site site, Set<Integer> receivers, Value receiver, State state) {
        List<Value> given = site.arguments().stream().map(Site.Given::value).toList();
        Value first = given.isEmpty() ? Value.UNKNOWN : given.getFirst();
        Value last = given.isEmpty() ? Value.UNKNOWN : given.getLast();
        Object key = first.constantOnly();
        return switch (what) {
            case APPEND -> changed(receivers, receiver, state, of -> appended(of, given, false));
            case PREPEND -> changed(receivers, receiver, state, of -> appended(of, given, true));
            case INSERT -> changed(receivers, receiver, state, of -> inserted(of, key, last));
            case PUT -> put(receivers, first, last, state);
            case GET -> got(receiver, first, key, given, state);
            case PUT_ABSENT -> put(receivers, first, kept(receiver, key, last, state), state);
            case GET_OR_PUT -> gotOrPut(receivers, receiver, first, given, state);
            case PUT_NESTED -> put(receivers, nested(given), last, state);
            case GET_NESTED -> elements.element(receiver, nested(given).constantOnly(), state);
            case REMOVE, REMOVE_VALUE -> removed(receivers, receiver, what, first, state);
            case POP -> popped(receivers, receiver, given.isEmpty() ? null : key, false, state);
            case SHIFT -> popped(receivers, receiver, 0L, true, state);
            case CLEAR -> changed(receivers, receiver, state, HeapObject::cleared);
            case EXTEND -> changed(receivers, receiver, state, of -> extended(of, last, state));
            case KEYS -> keys(receiver, receivers, state);
            case VALUES, COPY, ITERATOR -> copied(receiver, receivers, what, state);
            case ENTRIES -> entries(receiver, state);
            case FIRST -> elements.element(receiver, 0L, state);
            case LAST -> elements.element(receiver, -1L, state);
            case SIZE -> Value.UNKNOWN;
            case CONTAINS -> Value.UNKNOWN;
            case JOIN ->
                begun(receiver, first, state)
                        .tainted(Taints.join(
                                interpreter.deep.taints(receiver, state), interpreter.deep.taints(first, state)));
        };
    }

    /** Elements put together, as far as they are known; which of both are the elements differs by language. */
    private Value begun(Value receiver, Value argument, State state) {
        Value text = Value.typed(interpreter.program.rules().literal("string"));
        List<Value> items = known(receiver, state);
        Value between = items == null ? receiver : argument;
        items = items == null ? known(argument, state) : items;
        if (items == null || items.isEmpty()) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        for (Value item : items) {
            if (!(item.constantOnly() instanceof String written)
                    || !(between.constantOnly() instanceof String separator)
                    || all.length() > Constants.LONGEST) {
                return text.withPrefix(all.isEmpty() ? items.getFirst().prefix() : all.toString());
            }
            all.append(all.isEmpty() ? "" : separator).append(written);
        }
        return text.withConstants(Set.of(all.toString())).withPrefix(all.toString());
    }

    /** What is there behind a call that puts something where nothing is yet. */
    private Value kept(Value receiver, @Nullable Object key, Value value, State state) {
        Value there = key == null ? null : interpreter.deep.entry(receiver, key, state);
        if (there != null) {
            return there.constantOnly() == null ? there.join(value) : there;
        }
        return receiver.objects().isEmpty() ? value : value.join(elements.element(receiver, key, state));
    }

    /** Two keys as one. */
    private static Value nested(List<Value> given) {
        if (given.size() < 2
                || given.get(0).constantOnly() == null
                || given.get(1).constantOnly() == null) {
            return Value.UNKNOWN;
        }
        return Value.constant(given.get(0).constantOnly() + "\n" + given.get(1).constantOnly());
    }

    private interface Change {
        HeapObject of(HeapObject object);
    }

    private static Value changed(Set<Integer> receivers, Value receiver, State state, Change change) {
        for (int id : receivers) {
            HeapObject before = state.object(id);
            HeapObject after = change.of(before);
            state.put(id, receivers.size() == 1 ? after : before.join(after));
        }
        return receiver;
    }

    private static HeapObject appended(HeapObject of, List<Value> given, boolean front) {
        if (of.kind() == HeapObject.Kind.LIST && of.exact()) {
            List<Value> items = new ArrayList<>(of.items());
            items.addAll(front ? 0 : items.size(), given);
            return of.withItems(items);
        }
        HeapObject now = of;
        for (Value value : given) {
            now = now.withRest(value);
        }
        return now;
    }

    private static HeapObject inserted(HeapObject of, @Nullable Object key, Value value) {
        if (of.kind() == HeapObject.Kind.LIST
                && of.exact()
                && key instanceof Long at
                && at >= 0
                && at <= of.items().size()) {
            List<Value> items = new ArrayList<>(of.items());
            items.add((int) (long) at, value);
            return of.withItems(items);
        }
        return of.withRest(value);
    }

    private Value put(Set<Integer> receivers, Value key, Value value, State state) {
        Object constant = key.constantOnly();
        for (int id : receivers) {
            HeapObject before = state.object(id);
            HeapObject after = constant == null
                    ? before.withRest(value.tainted(List.of()))
                    : before.kind() == HeapObject.Kind.LIST && constant instanceof Long at
                            ? set(before, at, value)
                            : before.withEntry(constant, value);
            state.put(id, receivers.size() == 1 ? after : before.join(after));
        }
        return Value.UNKNOWN;
    }

    private static HeapObject set(HeapObject of, long at, Value value) {
        if (!of.exact() || at < 0 || at >= of.items().size()) {
            return of.withRest(value);
        }
        List<Value> items = new ArrayList<>(of.items());
        items.set((int) at, value);
        return of.withItems(items);
    }

    private Value got(Value receiver, Value first, @Nullable Object key, List<Value> given, State state) {
        Value value = elements.element(receiver, key, state);
        // What is given where there is nothing
        return given.size() > 1 ? value.join(given.get(1)) : value;
    }

    private Value gotOrPut(Set<Integer> receivers, Value receiver, Value key, List<Value> given, State state) {
        Value value = got(receiver, key, key.constantOnly(), given, state);
        if (given.size() > 1) {
            put(receivers, key, value, state);
        }
        return value;
    }

    private Value removed(Set<Integer> receivers, Value receiver, Model.Effect.What what, Value first, State state) {
        Object key = first.constantOnly();
        Value value = elements.element(receiver, key, state);
        for (int id : receivers) {
            HeapObject of = state.object(id);
            if (of.kind() != HeapObject.Kind.LIST) {
                state.put(id, key == null ? of : of.withoutEntry(key));
            } else if (of.exact()
                    && key instanceof Long at
                    && what == Model.Effect.What.REMOVE
                    && at >= 0
                    && at < of.items().size()) {
                List<Value> items = new ArrayList<>(of.items());
                items.remove((int) (long) at);
                state.put(id, of.withItems(items));
            } else if (of.exact() && !(key instanceof String)) {
                state.put(id, of.inexact(Value.NONE));
            } else if (of.exact() && key != null) {
                List<Value> items = new ArrayList<>(of.items());
                items.removeIf(item -> key.equals(item.constantOnly()));
                state.put(id, of.withItems(items));
            }
        }
        return value;
    }

    private Value popped(Set<Integer> receivers, Value receiver, @Nullable Object key, boolean front, State state) {
        Value value = elements.element(receiver, key == null ? (Object) (-1L) : key, state);
        for (int id : receivers) {
            HeapObject of = state.object(id);
            if (of.kind() != HeapObject.Kind.LIST) {
                state.put(id, key == null || front ? of : of.withoutEntry(key));
            } else if (of.exact() && !of.items().isEmpty()) {
                int at = key == null ? of.items().size() - 1 : key instanceof Long index ? (int) (long) index : -1;
                if (at >= 0 && at < of.items().size()) {
                    List<Value> items = new ArrayList<>(of.items());
                    items.remove(at);
                    state.put(id, of.withItems(items));
                } else {
                    state.put(id, of.inexact(Value.NONE));
                }
            }
        }
        return value;
    }

    private HeapObject extended(HeapObject of, Value more, State state) {
        if (of.kind() == HeapObject.Kind.LIST) {
            if (of.exact() && more.objects().size() == 1) {
                HeapObject other = state.object(more.objects().iterator().next());
                if (other.kind() == HeapObject.Kind.LIST && other.exact()) {
                    List<Value> items = new ArrayList<>(of.items());
                    items.addAll(other.items());
                    return of.withItems(items);
                }
            }
            return of.inexact(elements.element(more, null, state));
        }
        // Data that may have any keys may have those that are there
        List<Taint> over = more.taints();
        for (int id : more.objects()) {
            over = Taints.join(over, state.object(id).taints());
        }
        HeapObject all = of;
        for (Map.Entry<Object, Value> entry : of.entries().entrySet()) {
            if (!String.valueOf(entry.getKey()).startsWith("%")) {
                all = all.withEntry(entry.getKey(), entry.getValue().tainted(over));
            }
        }
        return NewContainers.copy(all, more, state).withTaints(Taints.join(of.taints(), over));
    }

    private Value keys(Value receiver, Set<Integer> receivers, State state) {
        Value all = Value.NONE;
        List<Taint> taints = Taints.map(receiver.taints(), taint -> taint.member("*"));
        for (int id : receivers) {
            HeapObject of = state.object(id);
            for (Object key : of.entries().keySet()) {
                all = all.join(Value.constant(key));
            }
            taints = Taints.join(taints, Taints.map(of.taints(), taint -> taint.member("*")));
            if (!of.rest().none()) {
                all = all.join(Value.UNKNOWN);
            }
        }
        Value element = (all.none() ? Value.UNKNOWN : all).tainted(taints);
        return listOf(element, state);
    }

    private Value listOf(Value element, State state) {
        HeapObject list = HeapObject.list(interpreter.program.rules().literal("list"), List.of());
        return Value.object(interpreter.newObject(state, list.inexact(element)));
    }

    private Value copied(Value receiver, Set<Integer> receivers, Model.Effect.What what, State state) {
        if (receivers.size() == 1) {
            HeapObject of = state.object(receivers.iterator().next());
            boolean list = of.kind() == HeapObject.Kind.LIST;
            HeapObject copy = what == Model.Effect.What.VALUES && !list
                    ? HeapObject.list(null, List.of()).inexact(of.element()).withTaints(of.taints())
                    : of;
            return Value.object(interpreter.newObject(state, copy)).tainted(receiver.taints());
        }
        return listOf(elements.element(receiver, null, state), state).tainted(receiver.taints());
    }

    /** Pairs of keys and values, each of which is a list of two, and knows {@code getKey} and {@code getValue} as its members. */
    private Value entries(Value receiver, State state) {
        Value value = elements.element(receiver, null, state);
        Value key = Value.UNKNOWN.tainted(Taints.map(receiver.taints(), taint -> taint.member("*")));
        for (int id : receiver.objects()) {
            key = key.tainted(Taints.map(state.object(id).taints(), taint -> taint.member("*")));
        }
        Map<Object, Value> entries = new LinkedHashMap<>();
        entries.put("key", key);
        entries.put("value", value);
        HeapObject pair = HeapObject.list(null, List.of(key, value));
        HeapObject both =
                new HeapObject(pair.kind(), null, null, entries, pair.items(), true, pair.rest(), List.of(), Set.of());
        return listOf(Value.object(interpreter.newObject(state, both)), state);
    }
}
