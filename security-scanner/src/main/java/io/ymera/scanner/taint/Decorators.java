package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what stands around a function: a decorator of the code base may check what the function is given before it hands that on. */
final class Decorators {

    private final Evaluator evaluator;
    private final Modules modules;
    private final Calls calls;

    Decorators(Evaluator evaluator, Modules modules, Calls calls) {
        this.evaluator = evaluator;
        this.modules = modules;
        this.calls = calls;
    }

    /** What is called if one calls {@code function}, which is no method: itself if no decorator of the code base stands around it. */
    Value around(Closure function, State state) {
        Value decorated = Value.of(function);
        for (Annotation annotation : function.declaration().annotations().reversed()) {
            Value outer = outer(annotation, decorated, function, state);
            decorated = outer.functions().isEmpty() ? decorated : outer;
        }
        return decorated;
    }

    private Value outer(Annotation annotation, Value decorated, Closure function, State state) {
        Frame frame = modules.frame(function.unit());
        Span span = function.declaration().span();
        Value decorator = annotation.name().indexOf('.') < 0
                ? evaluator.name(annotation.name(), frame, state)
                : evaluator.value(new Expression.Symbol(annotation.name(), span), frame, state);
        if (!annotation.arguments().isEmpty() && !decorator.functions().isEmpty()) {
            decorator = called(decorator, calls.arguments(annotation.arguments(), frame, state), span, frame, state);
        }
        Expression written = new Expression.Name(function.declaration().name(), span);
        return called(decorator, List.of(Site.Given.of(decorated, written)), span, frame, state);
    }

    /** What {@code decorated} gives back that is given its arguments by the position of the inner function's parameters. */
    Value called(Value decorated, FunctionDeclaration inner, Map<Integer, Value> given, Frame frame, State state) {
        List<Site.Given> arguments = new ArrayList<>();
        for (int i = 0; i < inner.parameters().size(); i++) {
            Value value = given.getOrDefault(i, Value.UNKNOWN);
            arguments.add(Site.Given.of(value, inner.parameters().get(i).target()));
        }
        return called(decorated, arguments, inner.span(), frame, state);
    }

    private Value called(Value functions, List<Site.Given> arguments, Span span, Frame frame, State state) {
        Value result = Value.NONE;
        for (Closure each : functions.functions()) {
            result = result.join(calls.applied(each, arguments, span, frame, state));
        }
        return result;
    }
}
