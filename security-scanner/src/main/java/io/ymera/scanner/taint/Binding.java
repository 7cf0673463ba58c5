package io.ymera.scanner.taint;

import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which parameter takes which argument. */
final class Binding {

    private Binding() {}

    /** The arguments by the position of the parameter. */
    static Map<Integer, Value> of(
            FunctionDeclaration function, List<Site.Given> arguments, Interpreter interpreter, State state) {
        Map<Integer, Value> given = new HashMap<>();
        List<Parameter> parameters = function.parameters();
        List<Site.Given> open = new ArrayList<>();
        for (Site.Given argument : arguments) {
            int at = argument.name() == null ? -1 : position(parameters, argument.name());
            if (at >= 0) {
                given.put(at, argument.value());
            } else {
                open.add(argument);
            }
        }
        int next = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            int at = i;
            if (given.containsKey(i)) {
                continue;
            }
            switch (parameter.kind()) {
                case ONE -> {
                    if (next < open.size() && (open.get(next).name() == null)) {
                        given.put(i, open.get(next).value());
                        // What is spread fills all that is behind
                        next += open.get(next).spread() ? 0 : 1;
                    } else {
                        named(parameter.name(), open, state).ifPresent(value -> given.put(at, value));
                    }
                }
                case REST -> {
                    List<Value> rest = new ArrayList<>();
                    boolean spread = false;
                    while (next < open.size() && open.get(next).name() == null) {
                        rest.add(open.get(next).value());
                        spread |= open.get(next).spread();
                        next++;
                    }
                    HeapObject list =
                            HeapObject.list(interpreter.program.rules().literal("list"), rest);
                    given.put(i, Value.object(interpreter.newObject(state, spread ? list.inexact(Value.NONE) : list)));
                }
                case NAMED -> {
                    HeapObject map = HeapObject.map(interpreter.program.rules().literal("map"), Map.of(), Value.NONE);
                    for (Site.Given argument : open) {
                        if (argument.name() != null && !argument.spread()) {
                            map = map.withEntry(argument.name(), argument.value());
                        } else if (argument.name() != null) {
                            map = map.withTaints(interpreter.deep.taints(argument.value(), state));
                        }
                    }
                    given.put(i, Value.object(interpreter.newObject(state, map)));
                }
            }
        }
        return given;
    }

    /** What options that are spread and of which nobody knows what is in them have for a parameter. */
    private static Optional<Value> named(String name, List<Site.Given> arguments, State state) {
        List<Taint> taints = List.of();
        for (Site.Given argument : arguments) {
            if (argument.spread() && argument.name() != null) {
                taints = Taints.join(taints, argument.value().taints());
                for (int id : argument.value().objects()) {
                    HeapObject options = state.object(id);
                    taints = Taints.join(
                            taints, Taints.join(options.taints(), options.rest().taints()));
                }
            }
        }
        return taints.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.UNKNOWN.tainted(Taints.map(taints, taint -> taint.member(name))));
    }

    private static int position(List<Parameter> parameters, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
