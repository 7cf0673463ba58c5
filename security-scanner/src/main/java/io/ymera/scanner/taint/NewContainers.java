package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Model;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes lists, maps and sets, of their elements or of others. */
final class NewContainers {

    private final Interpreter interpreter;
    private final Elements elements;

    NewContainers(Interpreter interpreter, Elements elements) {
        this.interpreter = interpreter;
        this.elements = elements;
    }

    /** A new collection. */
    Value create(Model.Create model, Site site, @Nullable String type, State state) {
        List<Value> given = site.arguments().stream().map(Site.Given::value).toList();
        List<Taint> taints = List.of();
        HeapObject object = model.kind().equals("map")
                ? HeapObject.map(type, Map.of(), Value.NONE)
                : HeapObject.list(type, List.of());
        if (model.from() == null) {
            if (model.kind().equals("map")) {
                object = pairs(object, given);
            } else {
                boolean spread = site.arguments().stream().anyMatch(Site.Given::spread);
                object = spread
                        ? object.inexact(all(given, state))
                        : given.size() == 1
                                        && !given.getFirst().objects().isEmpty()
                                        && onlyList(given.getFirst(), state)
                                ? copy(object, given.getFirst(), state)
                                : HeapObject.list(type, given);
            }
        } else {
            for (Site.Given part : interpreter.matcher.parts(model.from(), site, state)) {
                object = copy(object, part.value(), state);
                taints = Taints.join(taints, part.value().taints());
            }
        }
        return Value.object(interpreter.newObject(state, object.withTaints(Taints.join(object.taints(), taints))));
    }

    private static boolean onlyList(Value value, State state) {
        return value.objects().stream().allMatch(id -> state.object(id).kind() == HeapObject.Kind.LIST);
    }

    private Value all(List<Value> values, State state) {
        Value all = Value.NONE;
        for (Value value : values) {
            all = all.join(elements.element(value, null, state));
        }
        return all;
    }

    private static HeapObject pairs(HeapObject map, List<Value> given) {
        HeapObject now = map;
        for (int i = 0; i + 1 < given.size(); i += 2) {
            Object key = given.get(i).constantOnly();
            now = key == null ? now.withRest(given.get(i + 1)) : now.withEntry(key, given.get(i + 1));
        }
        return now;
    }

    static HeapObject copy(HeapObject into, Value from, State state) {
        HeapObject now = into;
        for (int id : from.objects()) {
            HeapObject of = state.object(id);
            if (into.kind() == HeapObject.Kind.MAP && of.kind() == HeapObject.Kind.LIST) {
                for (Value pair : of.exact() ? of.items() : List.of(of.element())) {
                    now = paired(now, pair, state);
                }
            } else if (into.kind() == HeapObject.Kind.MAP) {
                for (Map.Entry<Object, Value> entry : of.entries().entrySet()) {
                    now = now.withEntry(entry.getKey(), entry.getValue());
                }
                now = of.rest().none() ? now : now.withRest(of.rest());
            } else if (of.kind() == HeapObject.Kind.LIST
                    && of.exact()
                    && from.objects().size() == 1) {
                now = now.withItems(of.items());
            } else {
                now = now.inexact(of.element());
            }
            now = now.withTaints(Taints.join(now.taints(), of.taints()));
        }
        return now;
    }

    /** With an entry of two that belong together. */
    private static HeapObject paired(HeapObject map, Value pair, State state) {
        List<Value> both = Containers.known(pair, state);
        if (both == null || both.size() != 2) {
            return pair.none() ? map : map.withRest(pair);
        }
        Object key = both.getFirst().constantOnly();
        return key == null ? map.withRest(both.getLast()) : map.withEntry(key, both.getLast());
    }
}
