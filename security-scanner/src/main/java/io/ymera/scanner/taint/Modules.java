package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of files: interpreted when somebody asks first what is in them. */
final class Modules {

    private final Interpreter interpreter;
    private final Map<Unit, Loaded> loaded = new IdentityHashMap<>();

    /** A file's variables. */
    private record Loaded(Frame frame, State state, List<Closure> functions) {}

    Modules(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** What holds when the file has been loaded; in a circle of imports, what holds until now. */
    State state(Unit unit) {
        return load(unit).state();
    }

    /** What a function of the file finds when it is called. */
    State fresh(Unit unit) {
        load(unit);
        return new State(interpreter.globals);
    }

    Frame frame(Unit unit) {
        return load(unit).frame();
    }

    /** The functions that it declares at its top. */
    List<Closure> functions(Unit unit) {
        return load(unit).functions();
    }

    private Loaded load(Unit unit) {
        Loaded known = loaded.get(unit);
        if (known != null) {
            return known;
        }
        Frame frame = interpreter.newFrame(unit, null, null, null);
        State state = new State(interpreter.globals);
        List<Closure> functions = new ArrayList<>();
        loaded.put(unit, new Loaded(frame, state, functions));
        if (!unit.body().isEmpty()) {
            int exports = interpreter.newObject(state, HeapObject.object(null, null));
            state.put(new Variable(frame.id, Expression.Name.EXPORTS), Value.object(exports));
            for (Statement statement : unit.body()) {
                interpreter.execute(statement, frame, state);
                // A program's last words do not keep others from importing it
                state.revive();
            }
            functions.addAll(frame.made);
            interpreter.globals.keep(state);
        }
        return new Loaded(frame, state, functions);
    }

    /** A thing of another file by its name there; null if there is none. */
    @Nullable
    Value member(Unit unit, String name) {
        State theirs = state(unit);
        Value exports = theirs.get(new Variable(frame(unit).id, Expression.Name.EXPORTS));
        Value found = exports == null ? null : interpreter.deep.entry(exports, name, theirs);
        if (found == null && name.equals("default")) {
            found = exports;
        }
        if (found == null) {
            found = theirs.get(new Variable(frame(unit).id, name));
        }
        return found;
    }

    /** All that another file gives, or null. */
    @Nullable
    Value exports(Unit unit) {
        State theirs = state(unit);
        Value exports = theirs.get(new Variable(frame(unit).id, Expression.Name.EXPORTS));
        return exports;
    }
}
