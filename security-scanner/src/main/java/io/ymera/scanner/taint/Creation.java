package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import java.util.List;
import java.util.Set;

/** Makes objects: of classes of the code base by running their constructors, of others by what models say. */
final class Creation {

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;
    private final Modules modules;
    private final Calls calls;

    Creation(Interpreter interpreter, Evaluator evaluator, Modules modules, Calls calls) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
        this.modules = modules;
        this.calls = calls;
    }

    /** {@code new T(…)}. */
    Value create(Expression.New it, String taker, Frame frame, State state) {
        Value type = evaluator.value(it.type(), frame, state);
        List<Site.Given> arguments = calls.arguments(it.arguments(), frame, state);
        if (it.body() != null) {
            return anonymous(it, type, arguments, frame, state);
        }
        String name = type.symbol();
        if (name == null && type.functions().isEmpty()) {
            name = Matcher.lastName(it.type());
        }
        if (name == null) {
            Value self = Value.object(interpreter.newObject(state, HeapObject.object(null, null)));
            for (Closure function : type.functions()) {
                calls.invoke(new Target(function, self), arguments, it.span(), frame, state);
            }
            return self;
        }
        Callee callee = new Callee(created(name), name.substring(name.lastIndexOf('.') + 1), false);
        Site site = new Site(callee, arguments, null, null, null, taker, it.span());
        if (program.classOf(name) != null) {
            interpreter.detection.called(site, frame, state);
            return instance(name, arguments, it.span(), frame, state);
        }
        Value value = calls.result(site, List.of(), frame, state);
        return value.types().isEmpty() ? typed(value, name, state) : value;
    }

    private List<String> created(String name) {
        return program.withSupertypes(name).stream().map(each -> "new " + each).toList();
    }

    /** The value as one of a type. */
    Value typed(Value value, String type, State state) {
        if (!value.objects().isEmpty()) {
            return value.withTypes(Set.of(type));
        }
        if (type.equals(program.rules().literal("string"))) {
            // Nobody changes a text: what is found out of it is found out of the value
            return value.withTypes(Set.of(type));
        }
        HeapObject object =
                HeapObject.object(type, null).withTaints(value.taints()).withMarks(value.marks());
        return value.withTypes(Set.of(type)).withObjects(Set.of(interpreter.newObject(state, object)));
    }

    private Value anonymous(Expression.New it, Value type, List<Site.Given> arguments, Frame frame, State state) {
        String name = it.body() == null ? "" : it.body().name();
        Value self = Value.object(interpreter.newObject(state, HeapObject.object(name, frame)));
        if (it.body() != null) {
            for (var field : it.body().fields()) {
                if (field.value() != null) {
                    Value value = evaluator.value(field.value(), field.name(), frame, state);
                    self.objects().forEach(id -> state.change(id, of -> of.withEntry(field.name(), value)));
                }
            }
            for (FunctionDeclaration method : it.body().methods()) {
                frame.made.add(new Closure(method, frame.unit, it.body(), frame));
            }
        }
        if (type.symbol() != null) {
            Site site = new Site(
                    new Callee(created(type.symbol()), Matcher.lastName(it.type()), false),
                    arguments,
                    null,
                    null,
                    null,
                    "",
                    it.span());
            interpreter.detection.called(site, frame, state);
        }
        return self;
    }

    /** A new object of a class of the code base that is called to make one: rules on the library's classes that it has it from hold for it too. */
    Value made(String type, List<Site.Given> arguments, Span span, Frame frame, State state) {
        Value self = instance(type, arguments, span, frame, state);
        List<String> names = program.withSupertypes(type).stream()
                .filter(each -> program.classOf(each) == null)
                .toList();
        if (!names.isEmpty()) {
            Callee callee = new Callee(names, Program.end(type), false);
            Site.Given result = Site.Given.of(self, new Expression.Name(callee.simpleName(), span));
            interpreter.detection.called(new Site(callee, arguments, null, result, null, "", span), frame, state);
            cleared(callee, self, state);
        }
        return self;
    }

    /** What the library's class makes of whatever it is given holds for those that extend it: an enumeration's values are known. */
    private void cleared(Callee callee, Value self, State state) {
        for (Model model : program.rules().calls(callee)) {
            if (model instanceof Model.Sanitizer sanitizer && sanitizer.of() == null) {
                for (int id : self.objects()) {
                    state.change(
                            id, of -> of.withTaints(Taints.map(of.taints(), taint -> taint.clear(sanitizer.clears()))));
                }
            }
        }
    }

    /** A new object of one of the code base's classes. */
    private Value instance(String type, List<Site.Given> arguments, Span span, Frame frame, State state) {
        int id = interpreter.newObject(state, HeapObject.object(type, null));
        Value self = Value.object(id).withTypes(Set.of(type));
        for (String each : List.copyOf(program.withSupertypes(type)).reversed()) {
            Program.Declared declared = program.classOf(each);
            if (declared != null && interpreter.patient()) {
                Frame around = modules.frame(declared.unit());
                Frame there = interpreter.newFrame(declared.unit(), declared.declaration(), null, around);
                for (var field : declared.declaration().fields()) {
                    if (!field.isStatic() && field.value() != null) {
                        Value value = evaluator.value(field.value(), field.name(), there, state);
                        state.change(id, of -> of.withEntry(field.name(), value));
                    }
                }
            }
        }
        Program.Method constructor = program.method(type, FunctionDeclaration.CONSTRUCTOR, arguments.size());
        if (constructor != null) {
            Frame around = modules.frame(constructor.owner().unit());
            calls.invoke(new Target(constructor.closure(around), self), arguments, span, frame, state);
        } else {
            List<Taint> taints = interpreter.deep.taints(arguments, state);
            state.change(id, of -> of.withTaints(Taints.join(of.taints(), taints)));
        }
        return self;
    }
}
