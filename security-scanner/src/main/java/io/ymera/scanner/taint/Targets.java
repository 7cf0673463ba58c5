package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the functions of the code base that a call may mean. */
final class Targets {

    private final Interpreter interpreter;
    private final Program program;
    private final Modules modules;

    Targets(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.modules = modules;
    }

    /** A method of the class above. */
    List<Target> above(Frame frame, String name, int count, Value self) {
        if (frame.owner != null) {
            for (String type : frame.owner.supertypes()) {
                Program.Method method = program.method(type, name, count);
                if (method != null) {
                    return List.of(new Target(
                            method.closure(modules.frame(method.owner().unit())), self));
                }
            }
        }
        return List.of();
    }

    /** What a value that is called is. */
    List<Target> functions(Value function, int count, State state) {
        List<Target> targets = new ArrayList<>();
        function.functions().forEach(each -> targets.add(new Target(each, null)));
        if (targets.isEmpty() && function.symbol() != null) {
            Unit module = program.module(function.symbol());
            Value exports = module == null || module.body().isEmpty() ? null : modules.exports(module);
            if (exports != null) {
                exports.functions().forEach(each -> targets.add(new Target(each, null)));
            }
        }
        for (int id : function.objects()) {
            String type = state.object(id).type();
            Program.Method method = type == null ? null : program.method(type, "__call__", count);
            if (method != null) {
                targets.add(new Target(method.closure(state.object(id).frame()), function));
            }
        }
        return targets;
    }

    /**
     * A method of an object.
     *
     * @param found what the member is, if the receiver is a thing with a name
     */
    List<Target> methods(Value receiver, String name, int count, @Nullable Value found, State state) {
        List<Target> targets = new ArrayList<>();
        Value entry = interpreter.deep.entry(receiver, name, state);
        if (entry != null) {
            entry.functions().forEach(each -> Target.add(targets, new Target(each, receiver)));
        }
        alike(receiver, state)
                .forEach((kind, ids) ->
                        addMethods(kind.type, name, count, kind.frame, receiver.withObjects(ids), targets, state));
        if (receiver.objects().isEmpty()) {
            receiver.types().forEach(type -> addMethods(type, name, count, null, receiver, targets, state));
        }
        if (receiver.symbol() != null && found != null) {
            Program.Method method = program.method(receiver.symbol(), name, count);
            if (method != null) {
                Target.add(
                        targets,
                        new Target(method.closure(modules.frame(method.owner().unit())), null));
            } else {
                found.functions().forEach(each -> Target.add(targets, new Target(each, null)));
            }
        }
        if (targets.isEmpty() && !CommonNames.COMBINES.contains(name)) {
            // The only method of a functional interface
            receiver.functions().forEach(each -> Target.add(targets, new Target(each, null)));
        }
        return targets;
    }

    /** What decides which methods an object has. */
    private record Kind(String type, @Nullable Frame frame, boolean open) {}

    /** There may be hundreds of one kind, and few kinds. */
    private static Map<Kind, Set<Integer>> alike(Value receiver, State state) {
        Map<Kind, Set<Integer>> alike = new LinkedHashMap<>();
        for (int id : receiver.objects()) {
            HeapObject object = state.object(id);
            if (object.type() != null) {
                Kind kind =
                        new Kind(object.type(), object.frame(), object.marks().contains(HeapObject.OPEN));
                alike.computeIfAbsent(kind, fresh -> new LinkedHashSet<>()).add(id);
            }
        }
        return alike;
    }

    private void addMethods(
            String type,
            String name,
            int count,
            @Nullable Frame around,
            Value self,
            List<Target> targets,
            State state) {
        Program.Method method = program.method(type, name, count);
        if (method != null) {
            Frame frame = around == null ? modules.frame(method.owner().unit()) : around;
            Target.add(targets, new Target(method.closure(frame), self));
        }
        if (method == null || self.objects().isEmpty() || interpreter.deep.marked(self, HeapObject.OPEN, state)) {
            for (Program.Method other : program.overriding(type, name, count)) {
                // It has the fields of its own class
                HeapObject as = HeapObject.object(other.owner().declaration().name(), null)
                        .withTaints(interpreter.deep.taints(self, state));
                Value object = Value.object(interpreter.newObject(state, as));
                Target.add(
                        targets,
                        new Target(other.closure(modules.frame(other.owner().unit())), object));
            }
        }
    }
}
