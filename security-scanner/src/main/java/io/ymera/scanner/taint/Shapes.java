package io.ymera.scanner.taint;

import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that are made by calls, as {@code object({id: number()})}, and data that is held against them: each member of it is harmless for what its own
 * schema refuses. A schema may be a plain object too, as JSON Schema has it.
 */
final class Shapes {

    private static final String MEMBERS = "%members";
    private static final String EACH = "%each";
    private static final String FITS = "fits:";
    private static final String OPEN = "fits-more";
    private static final int DEEPEST = 6;

    private static final Set<String> NUMBERS = Set.of("integer", "number", "boolean", "null");
    private static final Set<String> FORMATS = Set.of("uuid", "date", "date-time", "time", "ipv4", "ipv6", "duration");
    private static final Set<String> TEXT = Set.of("nosql", "mass");

    private final Interpreter interpreter;

    Shapes(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** What a call gives that makes a schema or holds data against one. */
    Value of(Model.Shape model, Site site, Value value, State state) {
        if (model.data() == null) {
            return made(model, site, value, state);
        }
        List<HeapObject> shapes = shapes(model, site, state);
        List<Site.Given> data = interpreter.matcher.parts(model.data(), site, state);
        if (shapes.size() != 1 || data.isEmpty()) {
            return value;
        }
        List<Taint> taints = interpreter.deep.taints(data.getFirst().value(), state);
        Fitted fitted = new Fitted();
        Value fit = fit(shapes.getFirst(), taints, fitted, 0, state);
        return switch (model.says()) {
            case THROWS -> {
                fitted.when(true).forEach(state::apply);
                yield fit;
            }
            case TRUTH -> Value.UNKNOWN.withFacts(fitted.when(true));
            case MEMBERS -> {
                // Some give what fits itself, under the same name
                Map<Object, Value> entries = new LinkedHashMap<>();
                fit.objects().forEach(id -> entries.putAll(state.object(id).entries()));
                entries.put("data", fit);
                entries.put("output", fit);
                entries.put("value", data.getFirst().value());
                entries.put("success", Value.UNKNOWN.withFacts(fitted.when(true)));
                entries.put("error", Value.UNKNOWN.withFacts(fitted.when(false)));
                HeapObject map = HeapObject.map(null, entries, Value.NONE);
                yield Value.object(interpreter.newObject(state, map));
            }
        };
    }

    /** Somebody else has held data against a schema before it came. */
    void hold(Value schema, List<Taint> data, State state) {
        Fitted fitted = new Fitted();
        fit(schema, data, fitted, 0, state);
        fitted.when(true).forEach(state::apply);
    }

    private Value made(Model.Shape model, Site site, Value value, State state) {
        List<HeapObject> before = shapes(model, site, state);
        HeapObject shape = before.size() == 1
                ? before.getFirst()
                : HeapObject.object(value.types().stream().findFirst().orElse(null), null);
        Set<String> kinds = model.regex() == null ? model.clears() : pattern(model.regex(), site, state);
        for (String kind : kinds) {
            shape = shape.withMark(FITS + kind, true);
        }
        shape = model.open() ? shape.withMark(OPEN, true) : shape;
        shape = with(shape, MEMBERS, model.members(), site, state);
        shape = with(shape, EACH, model.each(), site, state);
        return Value.object(interpreter.newObject(state, shape)).withTypes(value.types());
    }

    private HeapObject with(HeapObject shape, String name, @Nullable Selector part, Site site, State state) {
        if (part == null) {
            return shape;
        }
        HeapObject with = shape;
        for (Site.Given each : interpreter.matcher.parts(part, site, state)) {
            // A list of what an object of this shape is replaces the shape
            with = name.equals(EACH) ? HeapObject.object(shape.type(), null) : with;
            with = with.withEntry(name, each.value());
        }
        return with;
    }

    private Set<String> pattern(Selector regex, Site site, State state) {
        Model.Guard guard = new Model.Guard(regex, true, Set.of(), regex, false, Set.of(), false, false, List.of());
        return Guards.kinds(guard, site, interpreter, state);
    }

    private List<HeapObject> shapes(Model.Shape model, Site site, State state) {
        return interpreter.matcher.parts(model.schema(), site, state).stream()
                .flatMap(part -> part.value().objects().stream())
                .map(state::object)
                .toList();
    }

    /** What is known of data that has been held against a schema. */
    private static final class Fitted {
        private final List<List<Taint>> about = new ArrayList<>();
        private final List<Set<String>> kinds = new ArrayList<>();

        private void add(List<Taint> taints, Set<String> harmless) {
            if (!taints.isEmpty() && !harmless.isEmpty()) {
                about.add(taints);
                kinds.add(harmless);
            }
        }

        private List<Fact> when(boolean truth) {
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < about.size(); i++) {
                facts.add(Fact.clears(truth, about.get(i), kinds.get(i)));
            }
            return facts;
        }
    }

    private Value fit(HeapObject shape, List<Taint> taints, Fitted fitted, int depth, State state) {
        if (taints.isEmpty() || depth > DEEPEST) {
            return Value.UNKNOWN.tainted(taints);
        }
        Map<Object, Value> members = members(shape, state);
        if (members != null) {
            Map<Object, Value> entries = new LinkedHashMap<>();
            members.forEach((name, each) -> {
                if (!String.valueOf(name).startsWith("%")) {
                    List<Taint> inside = Taints.map(taints, taint -> taint.member(String.valueOf(name)));
                    entries.put(name, fit(each, inside, fitted, depth + 1, state));
                }
            });
            boolean open = shape.marks().contains(OPEN);
            entries.put("%object", Value.constant(true));
            HeapObject map = HeapObject.map(null, entries, Value.NONE, open ? taints : List.of());
            return Value.object(interpreter.newObject(state, map));
        }
        Value each = shape.entries().containsKey(EACH)
                ? shape.entries().get(EACH)
                : shape.entries().get("items");
        if (each != null) {
            Value element = fit(each, Taints.map(taints, taint -> taint.member("*")), fitted, depth + 1, state);
            String list = interpreter.program.rules().literal("list");
            return Value.object(interpreter.newObject(
                    state, HeapObject.list(list, List.of()).inexact(element)));
        }
        Set<String> kinds = kinds(shape);
        fitted.add(taints, kinds);
        return Value.UNKNOWN.tainted(taints).mapTaints(taint -> taint.clear(kinds));
    }

    private Value fit(Value shape, List<Taint> taints, Fitted fitted, int depth, State state) {
        return shape.objects().size() == 1
                ? fit(state.object(shape.objects().iterator().next()), taints, fitted, depth, state)
                : Value.UNKNOWN.tainted(taints);
    }

    private static @Nullable Map<Object, Value> members(HeapObject shape, State state) {
        Value written = shape.entries().containsKey(MEMBERS)
                ? shape.entries().get(MEMBERS)
                : shape.entries().get("properties");
        boolean plain = written == null
                && shape.type() == null
                && shape.entries().values().stream().anyMatch(each -> made(each, state));
        if (plain) {
            return shape.entries();
        }
        return written == null || written.objects().size() != 1
                ? null
                : state.object(written.objects().iterator().next()).entries();
    }

    /** Whether it is a schema that a call has made. */
    private static boolean made(Value value, State state) {
        return value.objects().stream()
                .flatMap(id -> state.object(id).marks().stream())
                .anyMatch(mark -> mark.startsWith(FITS));
    }

    private Set<String> kinds(HeapObject shape) {
        Set<String> kinds = new HashSet<>();
        for (String mark : shape.marks()) {
            if (mark.startsWith(FITS)) {
                kinds.add(mark.substring(FITS.length()));
            }
        }
        String type = text(shape, "type");
        boolean plain = NUMBERS.contains(type)
                || FORMATS.contains(text(shape, "format"))
                || shape.entries().containsKey("enum")
                || shape.entries().containsKey("const");
        if (plain && shape.type() == null) {
            return Set.of(Model.ALL);
        }
        if (type.equals("string") && shape.type() == null) {
            kinds.addAll(TEXT);
            String pattern = text(shape, "pattern");
            kinds.addAll(
                    pattern.startsWith("^") && pattern.endsWith("$") ? Guards.refused(pattern, interpreter) : Set.of());
        }
        return kinds;
    }

    private static String text(HeapObject shape, String name) {
        Value value = shape.entries().get(name);
        Object constant = value == null ? Predicates.NULL : value.constantOnly();
        return constant instanceof String text ? text : "";
    }
}
