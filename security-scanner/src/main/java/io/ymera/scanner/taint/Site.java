package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.rule.Callee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call, read or write that models and rules are held against.
 *
 * @param callee its names
 * @param arguments in order
 * @param receiver the object, or null
 * @param value what is written, or given back
 * @param key the index of an element
 * @param resultName the name of what takes the result; empty if nothing does
 * @param span where
 */
record Site(
        Callee callee,
        List<Given> arguments,
        @Nullable Given receiver,
        @Nullable Given value,
        @Nullable Given key,
        String resultName,
        Span span) {

    /**
     * A part of it.
     *
     * @param name of a keyword argument, or null
     * @param value what it is
     * @param expression what stands there
     * @param spread whether its elements are the arguments
     */
    record Given(@Nullable String name, Value value, Expression expression, boolean spread) {

        static Given of(Value value, Expression expression) {
            return new Given(null, value, expression, false);
        }
    }

    /** An annotation on something of this name, as a call of it. */
    static Site annotated(
            Annotation annotation,
            String name,
            @Nullable Given value,
            Span span,
            Interpreter interpreter,
            Frame frame,
            State state) {
        List<Given> arguments = annotation.arguments().stream()
                .map(argument -> new Given(
                        argument.name(),
                        interpreter.evaluator.value(argument.value(), frame, state),
                        argument.value(),
                        argument.spread()))
                .toList();
        Callee callee = new Callee(List.of(annotation.name()), annotation.simpleName(), false);
        return new Site(callee, arguments, null, value, null, name, span);
    }

    static Site read(Callee callee, Given receiver, Span span) {
        return new Site(callee, List.of(), receiver, null, null, "", span);
    }

    /** The same, with what is given back. */
    Site withValue(Given given) {
        return new Site(callee, arguments, receiver, given, key, resultName, span);
    }

    static Site write(Callee callee, Given receiver, Given value, @Nullable Given key, Span span) {
        return new Site(callee, List.of(), receiver, value, key, "", span);
    }
}
