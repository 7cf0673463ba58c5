package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes members and elements of objects. */
final class Writes {

    /** Members of an address that say where it leads. */
    private static final Set<String> HOST = Set.of("host", "hostname", "href", "protocol");

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;
    private final Members members;

    Writes(Interpreter interpreter, Evaluator evaluator, Members members) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
        this.members = members;
    }

    /** {@code o.name = …}. */
    void write(Expression.Member target, Value value, Frame frame, State state) {
        Value object = evaluator.value(target.object(), frame, state);
        Callee callee = members.names(object, target.name(), state);
        Site site = Site.write(
                callee, Site.Given.of(object, target.object()), Site.Given.of(value, target), null, target.span());
        interpreter.detection.written(site, frame, state);
        interpreter.detection.assigned(target.name(), value, target.span(), frame, state);
        Set<Integer> objects = made(target.object(), object, frame, state);
        for (int id : objects) {
            boolean only = objects.size() == 1;
            state.change(id, of -> {
                Value before = of.entries().get(target.name());
                return of.withEntry(target.name(), only || before == null ? value : before.join(value));
            });
            String type = state.object(id).type();
            if (type != null) {
                fact(type, target.name(), value, state);
            }
        }
        if (target.object() instanceof Expression.Name name
                && HOST.contains(target.name())
                && object.prefix() != null) {
            // It goes to another host than it did when it was made
            Variable variable = evaluator.variable(name.name(), frame, state);
            if (variable != null) {
                state.put(variable, object.withObjects(objects).withPrefix(null));
            }
        }
        if (object.symbol() != null && program.classOf(object.symbol()) != null) {
            fact(program.owner(object.symbol(), target.name()), target.name(), value, state);
        }
        for (Model model : program.rules().writes(callee)) {
            if (model instanceof Model.Mark mark && interpreter.matcher.holds(mark.where(), site, state, null)) {
                mark(mark, objects, interpreter, state);
            }
        }
    }

    /** {@code o[key] = …}. */
    void writeElement(Expression.Element target, Value value, Frame frame, State state) {
        Value object = evaluator.value(target.object(), frame, state);
        Value key = evaluator.value(target.index(), frame, state);
        Callee callee = new Callee(List.of("[]"), "[]", false);
        Site site = Site.write(
                callee,
                Site.Given.of(object, target.object()),
                Site.Given.of(value, target),
                Site.Given.of(key, target.index()),
                target.span());
        interpreter.detection.written(site, frame, state);
        Object constant = key.constantOnly();
        if (constant instanceof String name) {
            write(new Expression.Member(target.object(), name, target.span()), value, frame, state);
            return;
        }
        Set<Integer> objects = made(target.object(), object, frame, state);
        for (int id : objects) {
            state.change(id, of -> {
                if (of.kind() == HeapObject.Kind.LIST
                        && of.exact()
                        && constant instanceof Long index
                        && index >= 0
                        && index < of.items().size()) {
                    List<Value> items = new ArrayList<>(of.items());
                    items.set((int) (long) index, value);
                    return of.withItems(items);
                }
                return constant != null && of.kind() != HeapObject.Kind.LIST
                        ? of.withEntry(constant, value)
                        : one(of, key.constants(), value);
            });
        }
    }

    /** Written under one of these keys, if they are known; else nobody knows where. */
    private static HeapObject one(HeapObject of, @Nullable Set<Object> keys, Value value) {
        if (keys == null || keys.isEmpty() || of.kind() == HeapObject.Kind.LIST) {
            return of.withRest(value);
        }
        HeapObject now = of;
        for (Object key : keys) {
            Value before = of.entries().get(key);
            now = now.withEntry(key, before == null ? value : before.join(value));
        }
        return now;
    }

    /** The objects that a value is; a variable or member that holds something unknown holds a new object from now on. */
    Set<Integer> made(Expression expression, Value object, Frame frame, State state) {
        if (object.objects().isEmpty() && object.symbol() == null && expression instanceof Expression.Member member) {
            return made(member, object, frame, state);
        }
        if (!object.objects().isEmpty() || !(expression instanceof Expression.Name name) || object.symbol() != null) {
            return object.objects();
        }
        Variable variable = evaluator.variable(name.name(), frame, state);
        if (variable == null) {
            return Set.of();
        }
        String type =
                object.types().isEmpty() ? null : object.types().iterator().next();
        int id = interpreter.newObject(state, HeapObject.object(type, null));
        state.put(variable, object.withConstants(null).withObjects(Set.of(id)));
        return Set.of(id);
    }

    private Set<Integer> made(Expression.Member member, Value object, Frame frame, State state) {
        Value owner = evaluator.value(member.object(), frame, state);
        if (owner.objects().size() != 1 || object.constants() != null) {
            return Set.of();
        }
        String type =
                object.types().isEmpty() ? null : object.types().iterator().next();
        int id = interpreter.newObject(state, HeapObject.object(type, null));
        int in = owner.objects().iterator().next();
        state.change(in, of -> of.withEntry(member.name(), object.withObjects(Set.of(id))));
        return Set.of(id);
    }

    /** Puts a mark on objects, or takes it from them. */
    static void mark(Model.Mark mark, Set<Integer> objects, Interpreter interpreter, State state) {
        String set = mark.set();
        String unset = mark.unset();
        for (int id : objects) {
            if (set != null) {
                state.change(id, of -> of.withMark(set, true));
                interpreter.setups.marked(id, set);
            }
            if (unset != null) {
                state.change(id, of -> of.withMark(unset, false));
            }
        }
    }

    private void fact(String type, String name, Value value, State state) {
        String key = FieldFacts.inside(program.owner(type, name), name);
        Set<String> marks = interpreter.deep.marks(value, state);
        value.objects().forEach(id -> interpreter.setups.kept(id, key, marks));
        interpreter.facts.add(program.withSupertypes(type), type, name, interpreter.deep.taints(value, state));
    }
}
