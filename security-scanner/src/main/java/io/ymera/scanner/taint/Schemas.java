package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What forms and schemas have checked of data: each field as its declaration says, and as the class's own methods do. */
final class Schemas {

    private final Interpreter interpreter;
    private final Program program;
    private final Modules modules;
    private final Map<String, Optional<Model.Schema>> known = new HashMap<>();
    private final Set<String> checking = new HashSet<>();

    Schemas(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.modules = modules;
    }

    /** Forgets which classes are schemas. */
    void forget() {
        known.clear();
    }

    /** A member that was read of an object, as it is after the checks of the object's class. */
    Value member(Value object, String name, Value value, State state) {
        for (String type : interpreter.deep.types(object, state)) {
            Model.Schema schema = of(type);
            if (schema != null && !interpreter.deep.taints(value, state).isEmpty()) {
                return schema.under().isEmpty()
                        ? field(schema, type, name, value, state)
                        : schema.under().contains(name) ? all(schema, type, value, state) : value;
            }
        }
        return value;
    }

    /** What a method of a schema gives that checks all fields. */
    Value answer(Site site, Value value, State state) {
        if (site.receiver() == null) {
            return value;
        }
        for (String type : interpreter.deep.types(site.receiver().value(), state)) {
            Model.Schema schema = of(type);
            if (schema != null && schema.answers().contains(site.callee().simpleName())) {
                return all(schema, type, value, state);
            }
        }
        return value;
    }

    private Model.@Nullable Schema of(String type) {
        return known.computeIfAbsent(
                        type,
                        each -> program.classOf(each) == null
                                ? Optional.empty()
                                : Optional.ofNullable(program.rules().schema(program.withSupertypes(each))))
                .orElse(null);
    }

    /** All fields by their names. */
    private Value all(Model.Schema schema, String type, Value value, State state) {
        List<Taint> taints = interpreter.deep.taints(value, state);
        Map<Object, Value> entries = new LinkedHashMap<>();
        for (String each : program.withSupertypes(type)) {
            Program.Declared declared = program.classOf(each);
            for (ClassDeclaration.Field field : declared == null
                    ? List.<ClassDeclaration.Field>of()
                    : declared.declaration().fields()) {
                if (field.value() instanceof Expression.Call && !entries.containsKey(field.name())) {
                    Value part = Value.UNKNOWN.tainted(Taints.map(taints, taint -> taint.member(field.name())));
                    entries.put(field.name(), field(schema, type, field.name(), part, state));
                }
            }
        }
        HeapObject map = HeapObject.map(program.rules().literal("map"), entries, Value.NONE, taints);
        return Value.object(interpreter.newObject(state, map));
    }

    private Value field(Model.Schema schema, String type, String name, Value value, State state) {
        if (!checking.add(type + "." + name)) {
            return value;
        }
        try {
            ClassDeclaration.Field field = program.field(type, name);
            Program.Declared owner = program.classOf(program.owner(type, name));
            Value now = value;
            if (field != null && owner != null) {
                now = declared(field, owner, now, state);
            }
            return methods(schema, type, name, now, state);
        } finally {
            checking.remove(type + "." + name);
        }
    }

    /** As the field's declaration says. */
    private Value declared(ClassDeclaration.Field field, Program.Declared owner, Value value, State state) {
        Frame frame = interpreter.newFrame(owner.unit(), owner.declaration(), null, modules.frame(owner.unit()));
        Value now = value;
        if (field.value() instanceof Expression.Call(Expression callee, List<Argument> arguments, var skipped)) {
            String symbol = interpreter.evaluator.value(callee, frame, state).symbol();
            now = symbol == null ? now : declared(symbol, arguments, field, now, frame, state);
        }
        if (field.type() != null) {
            Set<String> text = program.rules().clearedByText(field.type());
            now = now.mapTaints(taint -> taint.clear(text));
        }
        for (Annotation annotation : field.annotations()) {
            now = declared(annotation.name(), annotation.arguments(), field, now, frame, state);
        }
        return now;
    }

    /** By validators that are made where they are listed. */
    private Value validated(
            Expression validators, ClassDeclaration.Field field, Value value, Frame frame, State state) {
        List<Expression> all = validators instanceof Expression.Collection list
                ? list.entries().stream()
                        .map(Expression.Collection.Entry::value)
                        .toList()
                : List.of(validators);
        Value now = value;
        for (Expression each : all) {
            if (each instanceof Expression.Call(Expression callee, List<Argument> arguments, var skipped)) {
                String symbol =
                        interpreter.evaluator.value(callee, frame, state).symbol();
                now = symbol == null ? now : declared(symbol, arguments, field, now, frame, state);
            }
        }
        return now;
    }

    private Value declared(
            String symbol,
            List<Argument> arguments,
            ClassDeclaration.Field field,
            Value value,
            Frame frame,
            State state) {
        List<Site.Given> given = new ArrayList<>();
        Value now = value;
        for (Argument argument : arguments) {
            Value each = interpreter.evaluator.value(argument.value(), frame, state);
            given.add(new Site.Given(argument.name(), each, argument.value(), argument.spread()));
            if ("validators".equals(argument.name()) || "validate".equals(argument.name())) {
                now = checked(each, now, state);
                now = validated(argument.value(), field, now, frame, state);
            }
        }
        Callee callee = new Callee(List.of(symbol), Program.end(symbol), false);
        Site site = new Site(callee, given, null, null, null, field.name(), field.span());
        Set<String> kinds = kinds(site, state);
        return now.mapTaints(taint -> taint.clear(kinds));
    }

    /** The kinds for which what a parameter's annotations let through is harmless. */
    Set<String> kinds(Parameter parameter, Closure function, State state) {
        Set<String> kinds = Set.of();
        Frame frame = interpreter.newFrame(function.unit(), function.owner(), null, function.around());
        for (Annotation annotation : parameter.annotations()) {
            Site site = Site.annotated(annotation, parameter.name(), null, parameter.span(), interpreter, frame, state);
            kinds = Value.union(kinds, kinds(site, state));
        }
        return kinds;
    }

    /** The kinds for which what a declaration lets through is harmless. */
    private Set<String> kinds(Site site, State state) {
        Set<String> kinds = Set.of();
        for (Model model : program.rules().calls(site.callee())) {
            if (interpreter.matcher.holds(model.where(), site, state, null)) {
                if (model instanceof Model.Sanitizer it) {
                    kinds = Value.union(kinds, it.clears());
                } else if (model instanceof Model.Guard it) {
                    kinds = Value.union(kinds, Guards.kinds(it, site, interpreter, state));
                }
            }
        }
        return kinds;
    }

    /** By functions that throw where they don't like a value, one or a list of them. */
    private Value checked(Value functions, Value value, State state) {
        List<Value> all = new ArrayList<>(List.of(functions));
        functions.objects().forEach(id -> all.addAll(state.object(id).items()));
        for (Value each : all) {
            for (Closure function : each.functions()) {
                run(function, null, value, state);
            }
        }
        return value.withTaints(state.recall(value.taints()));
    }

    /** As the class's methods say that are called for this field. */
    private Value methods(Model.Schema schema, String type, String name, Value value, State state) {
        Value now = value;
        for (String each : program.withSupertypes(type)) {
            Program.Declared declared = program.classOf(each);
            if (declared == null) {
                continue;
            }
            for (FunctionDeclaration method : declared.declaration().methods()) {
                boolean named = schema.methods().stream()
                        .anyMatch(pattern -> method.name().equals(pattern.replace("*", name)));
                if (named || annotated(schema, method, name)) {
                    Value self = self(schema, type, name, now, state);
                    Closure closure = new Program.Method(method, declared).closure(modules.frame(declared.unit()));
                    Value answer = run(closure, self, now, state);
                    boolean given = !interpreter.deep.taints(answer, state).isEmpty();
                    now = given ? answer : now.withTaints(state.recall(now.taints()));
                }
            }
        }
        return now;
    }

    private Value self(Model.Schema schema, String type, String name, Value value, State state) {
        Value self = interpreter.any(type, null, state);
        for (String under : schema.under()) {
            HeapObject map = HeapObject.map(program.rules().literal("map"), Map.of(name, value), Value.NONE);
            Value data = Value.object(interpreter.newObject(state, map));
            self.objects().forEach(id -> state.change(id, of -> of.withEntry(under, data)));
        }
        return self;
    }

    private static boolean annotated(Model.Schema schema, FunctionDeclaration method, String name) {
        return method.annotations().stream()
                .filter(annotation -> schema.annotations().contains(annotation.name()))
                .flatMap(annotation -> annotation.arguments().stream())
                .anyMatch(argument -> argument.value() instanceof Expression.Literal(Object text, var skipped)
                        && (name.equals(text) || "*".equals(text)));
    }

    /** What a function answers that lives on: what it throws, nobody sees. */
    private Value run(Closure function, @Nullable Value self, Value value, State state) {
        if (!interpreter.patient() || interpreter.running(function.declaration())) {
            return Value.UNKNOWN;
        }
        Map<Integer, Value> given = function.declaration().parameters().isEmpty() ? Map.of() : Map.of(0, value);
        Value answer = interpreter.run(function, self, given, state);
        state.revive();
        return answer;
    }
}
