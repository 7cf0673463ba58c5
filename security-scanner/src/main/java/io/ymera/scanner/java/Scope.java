package io.ymera.scanner.java;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables and classes of a block, and of those around it in the same function. */
final class Scope {

    final @Nullable Scope parent;
    private final Map<String, @Nullable String> variables = new HashMap<>();
    private final Map<String, Declared> classes = new HashMap<>();

    Scope(@Nullable Scope parent) {
        this.parent = parent;
    }

    void declare(String name, @Nullable String type) {
        variables.put(name, type);
    }

    void declare(String simple, Declared declared) {
        classes.put(simple, declared);
    }

    /** Takes over what an inner block gives to the rest of this one: the variables of patterns. */
    void adopt(Scope inner) {
        variables.putAll(inner.variables);
    }

    boolean has(String variable) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.variables.containsKey(variable)) {
                return true;
            }
        }
        return false;
    }

    /** A variable's declared type, or null. */
    @Nullable
    String type(String variable) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.variables.containsKey(variable)) {
                return scope.variables.get(variable);
            }
        }
        return null;
    }

    @Nullable
    Declared localClass(String simple) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Declared found = scope.classes.get(simple);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
