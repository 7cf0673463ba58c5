package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods that are not called where they are named: given to somebody else, or called because they look like a member. */
final class Methods {

    private static final Set<String> READ =
            Set.of("property", "cached_property", "hybrid_property", "cached", "reify", "lazyproperty");

    private final Interpreter interpreter;
    private final Modules modules;

    Methods(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
    }

    /** What a method of this name is to who reads it as a member; null if there is none. */
    @Nullable
    Value named(Value object, String name, State state) {
        for (String type : interpreter.deep.types(object, state)) {
            Program.Method method = interpreter.program.method(type, name, -1);
            if (method != null && !method.declaration().isStatic()) {
                return property(method) ? answer(method, object, state) : bound(method, object, state);
            }
        }
        return null;
    }

    private static boolean property(Program.Method method) {
        return method.declaration().annotations().stream().anyMatch(each -> READ.contains(each.simpleName()));
    }

    private Value answer(Program.Method method, Value object, State state) {
        Closure closure = method.closure(modules.frame(method.owner().unit()));
        if (interpreter.running(method.declaration()) || !interpreter.patient()) {
            return Value.UNKNOWN;
        }
        return interpreter.run(closure, object, Map.of(), state);
    }

    /** It finds its object in what is around it. */
    private Value bound(Program.Method method, Value object, State state) {
        Program.Declared owner = method.owner();
        Frame around = interpreter.newFrame(owner.unit(), owner.declaration(), null, modules.frame(owner.unit()));
        state.put(around.variable(Expression.Name.THIS), object);
        return Value.of(method.closure(around));
    }
}
