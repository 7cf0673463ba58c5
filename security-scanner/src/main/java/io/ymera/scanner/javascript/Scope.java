package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that a block declares. The common form has one scope for each function: a block's variable that hides another gets a number behind its
 * name ({@code x%2}), and is called so wherever it is meant.
 */
final class Scope {

    /** In front of the number of a variable that hides another. */
    static final String AGAIN = "%";

    final @Nullable Scope around;
    final Function function;
    private final Map<String, String> names = new HashMap<>();
    /** Where members of the variables declared here were first read. */
    private final Map<String, Span> reads = new HashMap<>();

    /** What all blocks of a function share. */
    static final class Function {
        private int hidden = 1;
        private int temporary;
        /** Whether something asks for {@code arguments}. */
        boolean arguments;
        /** The name of what it tells under which name an uploaded file is kept, if it is asked for that. */
        @Nullable
        String keeper;
        /** Whether it copies the members of one object into another and calls itself for those that are objects. */
        boolean merges;

        String temporary() {
            return "%t" + ++temporary;
        }
    }

    private Scope(@Nullable Scope around, Function function) {
        this.around = around;
        this.function = function;
    }

    static Scope ofFunction(@Nullable Scope around) {
        return new Scope(around, new Function());
    }

    Scope block() {
        return new Scope(this, function);
    }

    /** Declares a variable of the function: one of a block that hides another must be called otherwise. */
    void declare(String name) {
        if (isBlock() && !names.containsKey(name) && find(name) != null) {
            names.put(name, name + AGAIN + ++function.hidden);
        } else {
            names.putIfAbsent(name, name);
        }
    }

    /** Whether this is a block of a function, not the function itself. */
    boolean isBlock() {
        return around != null && around.function == function;
    }

    /** Whether the name is declared right here. */
    boolean own(String name) {
        return names.containsKey(name);
    }

    /**
     * Where something was first read that hangs on a variable: who reads it again reads the same, and what was found out about it holds.
     *
     * @param variable as it is called in the common form
     * @param path what is read, with the variable
     */
    Span first(String variable, String path, Span span) {
        Scope scope = this;
        while (scope.around != null && !scope.names.containsValue(variable)) {
            scope = scope.around;
        }
        return scope.reads.computeIfAbsent(path, fresh -> span);
    }

    /** What a name is called in the common form; null if nobody here declares it. */
    @Nullable
    String find(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            String found = scope.names.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
