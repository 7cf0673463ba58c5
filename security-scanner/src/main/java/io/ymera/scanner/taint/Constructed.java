package io.ymera.scanner.taint;

import io.ymera.scanner.ir.FunctionDeclaration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kinds of things the fields hold that a class does not declare: those that its constructor puts there. */
final class Constructed {

    private final Interpreter interpreter;
    private final Modules modules;
    private final Map<Program.Declared, Map<String, Kind>> known = new HashMap<>();

    /** What is known of each such thing; its data and constants are each object's own. */
    private record Kind(Set<String> types, @Nullable String symbol, Set<String> marks) {}

    Constructed(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
    }

    /** Forgets what is known. */
    void forget() {
        known.clear();
    }

    /** A field of any object of a class; null if the constructor tells nothing about it. */
    @Nullable
    Value field(String type, String name, State state) {
        for (String each : interpreter.program.withSupertypes(type)) {
            Program.Declared owner = interpreter.program.classOf(each);
            Kind kind = owner == null ? null : fields(owner).get(name);
            if (kind != null) {
                return value(kind, state);
            }
        }
        return null;
    }

    private Value value(Kind kind, State state) {
        Value value = kind.symbol() == null ? Value.UNKNOWN : Value.symbol(kind.symbol());
        if (kind.types().size() != 1) {
            return value.withTypes(kind.types()).withMarks(kind.marks());
        }
        String type = kind.types().iterator().next();
        HeapObject object = HeapObject.object(type, null).withMarks(kind.marks());
        return value.withTypes(kind.types())
                .withMarks(kind.marks())
                .withObjects(Set.of(interpreter.newObject(state, object)));
    }

    private Map<String, Kind> fields(Program.Declared owner) {
        Map<String, Kind> fields = known.get(owner);
        if (fields == null) {
            // While its constructor runs, nothing is known
            known.put(owner, Map.of());
            fields = run(owner);
            if (interpreter.patient()) {
                known.put(owner, fields);
            } else {
                known.remove(owner);
            }
        }
        return fields;
    }

    private Map<String, Kind> run(Program.Declared owner) {
        Map<String, Kind> fields = new LinkedHashMap<>();
        Program.Method constructor = owner.declaration().methods().stream()
                .filter(method -> method.name().equals(FunctionDeclaration.CONSTRUCTOR))
                .findFirst()
                .map(method -> new Program.Method(method, owner))
                .orElse(null);
        if (constructor == null || !interpreter.patient() || interpreter.running(constructor.declaration())) {
            return fields;
        }
        State state = modules.fresh(owner.unit());
        Value self = interpreter.any(owner.declaration().name(), null, state);
        interpreter.generic(constructor.closure(modules.frame(owner.unit())), self, Map.of(), state);
        for (int id : self.objects()) {
            state.object(id).entries().forEach((name, value) -> {
                Kind kind = kind(value, state);
                if (name instanceof String text && kind != null) {
                    fields.put(text, kind);
                }
            });
        }
        return fields;
    }

    private @Nullable Kind kind(Value value, State state) {
        Set<String> types = interpreter.deep.types(value, state);
        boolean plain = types.stream().allMatch(type -> PlainTypes.plain(type) || literal(type));
        return plain && value.symbol() == null
                ? null
                : new Kind(types, value.symbol(), interpreter.deep.marks(value, state));
    }

    /** Whether it is one that literals make: what such a field holds is filled by others. */
    private boolean literal(String type) {
        return interpreter.program.rules().isLiteral(type);
    }
}
