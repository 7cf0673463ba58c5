package io.ymera.lab.witness;

import io.ymera.lab.agent.Calls;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Stands between JUnit and the methods that it calls, below all extensions and rules. Thread-safe. */
public final class Witness {

    private Witness() {}

    /** Does what {@link Method#invoke} does, and remembers how that ended. */
    public static @Nullable Object invoke(Method method, @Nullable Object target, @Nullable Object... arguments)
            throws IllegalAccessException, InvocationTargetException {
        try {
            Object result = call(method, target, arguments);
            Calls.returned(method);
            return result;
        } catch (InvocationTargetException e) {
            Calls.threw(method, e.getTargetException());
            throw e;
        } catch (RuntimeException | Error e) {
            Calls.threw(method, e);
            throw e;
        }
    }

    /** The caller may have had access that this class does not have. */
    private static @Nullable Object call(Method method, @Nullable Object target, @Nullable Object... arguments)
            throws IllegalAccessException, InvocationTargetException {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        }
    }
}
