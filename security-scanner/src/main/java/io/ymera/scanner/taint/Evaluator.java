package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.rule.Callee;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions; changes the state as they do. */
final class Evaluator {

    private static final int MOST_PREFIX = 512;
    /** The mark of what a generator made for secrets gives: of whatever it is a part, that cannot be guessed either. */
    private static final String UNGUESSABLE = "unguessable";

    private final Interpreter interpreter;
    private final Modules modules;
    private final Operations operations;
    private final Members members;
    private final Calls calls;
    /** The name of what takes the value that is being evaluated. */
    private String taker = "";

    Evaluator(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
        this.operations = new Operations(interpreter, this);
        this.members = new Members(interpreter, this, modules);
        this.calls = new Calls(interpreter, this, members, modules);
    }

    /** The value of an expression that {@code name} takes. */
    Value value(Expression expression, String name, Frame frame, State state) {
        String before = taker;
        taker = name;
        try {
            return value(expression, frame, state);
        } finally {
            taker = before;
        }
    }

    /** Does something whose values {@code name} takes. */
    <T> T within(String name, java.util.function.Supplier<T> work) {
        String before = taker;
        taker = name;
        try {
            return work.get();
        } finally {
            taker = before;
        }
    }

    /** The value of an expression. */
    Value value(Expression expression, Frame frame, State state) {
        return switch (expression) {
            case Expression.Literal it -> literal(it);
            case Expression.Name it -> name(it.name(), frame, state);
            case Expression.Symbol it -> members.symbol(it.path(), it.span(), frame, state);
            case Expression.Member it -> members.read(it, frame, state);
            case Expression.Element it -> members.element(it, frame, state);
            case Expression.Call it -> calls.call(it, taken(), frame, state);
            case Expression.New it -> calls.create(it, taken(), frame, state);
            case Expression.Operation it -> operations.value(it, frame, state);
            case Expression.Conditional it -> conditional(it, frame, state);
            case Expression.Text it -> text(it, frame, state);
            case Expression.Collection it -> collection(it, frame, state);
            case Expression.Comprehension it -> comprehension(it, frame, state);
            case Expression.Function it -> function(it, frame);
            case Expression.Assignment it -> assignment(it, frame, state);
            case Expression.Unknown it -> any(it.parts(), frame, state);
        };
    }

    /** Whose value this call's is; what its arguments are worth, nobody takes. */
    private String taken() {
        String name = taker;
        taker = "";
        return name;
    }

    /** The name of what takes the value that is being evaluated; empty if nothing does. */
    String taker() {
        return taker;
    }

    /** Holds what is taken where there is nothing else against the rules on what takes it. */
    void fallback(String name, Value first, Value second, Span span, Frame frame, State state) {
        if (!name.isEmpty() && first.constants() == null && second.constantOnly() instanceof String) {
            variable(name, second, span, frame, state);
        }
    }

    private Value literal(Expression.Literal it) {
        if (it.value() == null) {
            return Value.constant(Predicates.NULL);
        }
        Value value = Value.constant(it.value());
        String kind = it.value() instanceof String ? "string" : it.value() instanceof Number ? "number" : "boolean";
        String type = interpreter.program.rules().literal(kind);
        return type == null ? value : value.withTypes(Set.of(type));
    }

    /** A variable's value; the global thing of this name if nobody has declared one. */
    Value name(String name, Frame frame, State state) {
        Variable variable = variable(name, frame, state);
        if (variable != null) {
            Value value = state.get(variable);
            if (value != null) {
                return value;
            }
        }
        if (name.equals(Expression.Name.THIS) || name.equals(Expression.Name.SUPER)) {
            Variable self = variable(Expression.Name.THIS, frame, state);
            Value value = self == null ? null : state.get(self);
            return value == null ? ownClass(frame) : value;
        }
        return members.global(name, frame, state);
    }

    /** In a function without an object, what it has inherited is its class's. */
    private static Value ownClass(Frame frame) {
        for (Frame each = frame; each != null; each = each.around) {
            if (each.owner != null && each.function != null && each.function.isStatic()) {
                return Value.symbol(each.owner.name());
            }
        }
        return Value.UNKNOWN;
    }

    /** The nearest variable of this name, or null. */
    @Nullable
    Variable variable(String name, Frame frame, State state) {
        for (Frame each = frame; each != null; each = each.around) {
            Variable variable = new Variable(each.id, name);
            if (state.get(variable) != null) {
                return variable;
            }
        }
        return null;
    }

    /** What is known of a thing of a library here, where ways part, stays with it when they meet. */
    Value parted(Value value, State state) {
        Set<Integer> objects = new LinkedHashSet<>();
        for (int id : value.objects()) {
            HeapObject object = state.object(id);
            boolean plain = !object.taints().isEmpty()
                    && object.entries().isEmpty()
                    && object.kind() == HeapObject.Kind.OBJECT
                    && (object.type() == null || interpreter.program.classOf(object.type()) == null);
            objects.add(plain ? interpreter.newObject(state, object.withTaints(state.recall(object.taints()))) : id);
        }
        return objects.equals(value.objects()) ? value : value.withObjects(objects);
    }

    private Value conditional(Expression.Conditional it, Frame frame, State state) {
        String name = taker;
        Value test = value(it.test(), frame, state);
        Boolean truth = Constants.truth(test);
        if (truth != null) {
            state.assume(test, truth);
            return value(truth ? it.then() : it.otherwise(), name, frame, state);
        }
        State other = state.copy();
        state.assume(test, true);
        Value then = parted(value(it.then(), name, frame, state), state);
        other.assume(test, false);
        Value otherwise = parted(value(it.otherwise(), name, frame, other), other);
        fallback(name, otherwise, then, it.then().span(), frame, state);
        fallback(name, then, otherwise, it.otherwise().span(), frame, other);
        state.join(other);
        return then.join(otherwise);
    }

    private Value text(Expression.Text it, Frame frame, State state) {
        Value text = Value.constant("");
        Value before = text;
        for (Expression part : it.parts()) {
            Value next = value(part, frame, state);
            text = concatenation(text, before, next, it.span(), frame, state);
            before = next;
        }
        return text;
    }

    /**
     * One text behind the other.
     *
     * @param left all of what stands in front
     * @param last the last part of that
     */
    Value concatenation(Value left, Value last, Value right, Span span, Frame frame, State state) {
        Set<Object> constants = Constants.combine(
                left.constants(),
                right.constants(),
                (one, other) -> Constants.operate("+", Constants.text(one), other));
        boolean first = "".equals(left.constantOnly());
        List<Taint> second = interpreter.deep.taints(right, state);
        List<Taint> front = interpreter.deep.taints(left, state);
        boolean address = !first && front.isEmpty() && Operations.endsHost(left, last);
        List<Taint> taints = Taints.join(
                front,
                first
                        ? second
                        : Taints.map(
                                second,
                                taint -> address
                                        ? taint.behind(end(last)).clear(Taint.ADDRESS)
                                        : taint.behind(end(last))));
        String prefix = left.prefix();
        if (prefix != null && left.constantOnly() != null && right.prefix() != null && prefix.length() < MOST_PREFIX) {
            prefix += right.prefix();
        }
        String type = interpreter.program.rules().literal("string");
        if (left.marks().contains(UNGUESSABLE) || right.marks().contains(UNGUESSABLE)) {
            taints = taints.stream()
                    .filter(taint -> taint.origin().exposure() != Model.Exposure.GENERATED)
                    .toList();
            Value text = Value.typed(type).withPrefix(prefix).tainted(taints).withMarks(Set.of(UNGUESSABLE));
            return stepped(text, span, "Becomes part of a text", frame);
        }
        Value text =
                Value.typed(type).withConstants(constants).withPrefix(prefix).tainted(taints);
        return stepped(text, span, "Becomes part of a text", frame);
    }

    private static String end(Value text) {
        return text.constantOnly() instanceof String known && !known.isEmpty()
                ? known.substring(Math.max(0, known.length() - 2))
                : "";
    }

    /** The same with one more step on the way of its data. */
    Value stepped(Value value, Span span, String note, Frame frame) {
        return value.mapTaints(taint -> taint.at(taint.trace().then(span.in(frame.unit.path()), note)));
    }

    private Value collection(Expression.Collection it, Frame frame, State state) {
        String type = interpreter
                .program
                .rules()
                .literal(
                        switch (it.kind()) {
                            case LIST -> "list";
                            case SET -> "set";
                            case MAP -> "map";
                            case TUPLE -> "tuple";
                        });
        HeapObject object = it.kind() == Expression.Collection.Kind.MAP
                ? map(type, it, frame, state)
                : list(type, it, frame, state);
        return Value.object(interpreter.newObject(state, object));
    }

    private HeapObject list(@Nullable String type, Expression.Collection it, Frame frame, State state) {
        List<Value> items = new ArrayList<>();
        Value spread = Value.NONE;
        boolean exact = true;
        for (Expression.Collection.Entry entry : it.entries()) {
            Value value = value(entry.value(), frame, state);
            List<Value> known = entry.spread() ? Containers.known(value, state) : null;
            if (known != null) {
                items.addAll(known);
            } else if (entry.spread()) {
                exact = false;
                spread = spread.join(members.element(value, null, state));
            } else {
                items.add(value);
            }
        }
        HeapObject list = HeapObject.list(type, items);
        return exact ? list : list.inexact(spread);
    }

    private HeapObject map(@Nullable String type, Expression.Collection it, Frame frame, State state) {
        Map<Object, Value> entries = new LinkedHashMap<>();
        Value rest = Value.NONE;
        List<Taint> taints = List.of();
        for (Expression.Collection.Entry entry : it.entries()) {
            if (entry.spread()) {
                Value from = value(entry.value(), frame, state);
                List<Taint> more = from.taints();
                for (int id : from.objects()) {
                    HeapObject object = state.object(id);
                    entries.putAll(object.entries());
                    rest = rest.join(object.rest());
                    more = Taints.join(more, object.taints());
                }
                HeapObject.over(entries, more);
                taints = Taints.join(taints, more);
                continue;
            }
            Value key = entry.key() == null ? Value.UNKNOWN : value(entry.key(), frame, state);
            Object constant = key.constantOnly();
            Value value = value(entry.value(), constant instanceof String name ? name : "", frame, state);
            if (constant instanceof String name) {
                variable(name, value, it.span(), frame, state);
            }
            if (constant != null) {
                entries.put(constant, value);
            } else {
                rest = rest.join(value.tainted(key.taints()));
            }
        }
        return HeapObject.map(type, Collections.unmodifiableMap(entries), rest, taints);
    }

    private Value comprehension(Expression.Comprehension it, Frame frame, State state) {
        String name = taken();
        // What the conditions say is said of the elements only
        boolean some =
                it.clauses().stream().anyMatch(clause -> !clause.conditions().isEmpty());
        State before = some ? state.copy() : null;
        for (Expression.Comprehension.Clause clause : it.clauses()) {
            Value iterable = value(clause.iterable(), frame, state);
            declare(clause.target(), each(iterable, false, clause.iterable(), frame, state), frame, state);
            for (Expression condition : clause.conditions()) {
                Value test = value(condition, frame, state);
                state.assume(test, true);
            }
        }
        Value key = it.key() == null ? Value.NONE : value(it.key(), frame, state);
        Value value = value(it.value(), name, frame, state);
        HeapObject object = it.kind() == Expression.Collection.Kind.MAP
                ? HeapObject.map(interpreter.program.rules().literal("map"), Map.of(), value.tainted(key.taints()))
                : HeapObject.list(interpreter.program.rules().literal("list"), List.of())
                        .inexact(value);
        Value all = Value.object(interpreter.newObject(state, object));
        if (before != null) {
            state.join(before);
        }
        return all;
    }

    private static Value function(Expression.Function it, Frame frame) {
        Closure closure = new Closure(it.declaration(), frame.unit, frame.owner, frame);
        frame.made.add(closure);
        return Value.of(closure);
    }

    private Value any(List<Expression> parts, Frame frame, State state) {
        Value all = Value.UNKNOWN;
        for (Expression part : parts) {
            all = all.tainted(interpreter.deep.taints(value(part, frame, state), state));
        }
        return all;
    }

    private Value assignment(Expression.Assignment it, Frame frame, State state) {
        Value value = value(it.value(), Matcher.lastName(it.target()), frame, state);
        value = stepped(value, it.span(), "Is kept in " + shown(it.target()), frame);
        assign(it.target(), value, frame, state);
        return value;
    }

    private static String shown(Expression target) {
        String name = Matcher.lastName(target);
        return name.isEmpty() ? "a part of it" : name;
    }

    /** Gives a variable, member, element or several of them a value. */
    void assign(Expression target, Value value, Frame frame, State state) {
        switch (target) {
            case Expression.Name it -> {
                Variable variable = variable(it.name(), frame, state);
                Variable found = variable == null ? frame.variable(it.name()) : variable;
                state.put(found, value);
                if (frame.function != null && found.frame() != frame.id) {
                    interpreter.facts.add(FieldFacts.key(frame.unit.path(), it.name()), value.taints());
                }
                variable(it.name(), value, it.span(), frame, state);
            }
            case Expression.Member it -> members.write(it, value, frame, state);
            case Expression.Element it -> members.writeElement(it, value, frame, state);
            case Expression.Collection it -> destructure(it, value, frame, state, this::assign);
            default -> value(target, frame, state);
        }
    }

    /** Makes new variables of this function. */
    void declare(Expression target, Value value, Frame frame, State state) {
        switch (target) {
            case Expression.Name it -> state.put(frame.variable(it.name()), value);
            case Expression.Collection it -> destructure(it, value, frame, state, this::declare);
            default -> assign(target, value, frame, state);
        }
    }

    private interface Binding {
        void bind(Expression target, Value value, Frame frame, State state);
    }

    private void destructure(Expression.Collection it, Value value, Frame frame, State state, Binding binding) {
        int position = 0;
        for (Expression.Collection.Entry entry : it.entries()) {
            Value part;
            if (entry.spread()) {
                part = it.kind() == Expression.Collection.Kind.MAP
                        ? without(value, it.entries())
                        : members.rest(value, position, state);
            } else if (entry.key() != null) {
                Value key = value(entry.key(), frame, state);
                Object constant = key.constantOnly();
                part = constant instanceof String name
                        ? members.read(value, name, entry.value(), it.span(), frame, state)
                        : members.element(value, constant, state);
            } else {
                part = members.element(value, (long) position, state);
            }
            binding.bind(entry.value(), part, frame, state);
            position++;
        }
    }

    /** What is left of an object when some of its members were taken out. */
    private Value without(Value value, List<Expression.Collection.Entry> taken) {
        Value left = value;
        for (Expression.Collection.Entry entry : taken) {
            if (entry.key() instanceof Expression.Literal(String name, var skipped)) {
                Set<String> kinds = interpreter.program.rules().clearedUnless(name, "");
                left = left.mapTaints(taint -> taint.clear(kinds));
            }
        }
        return left;
    }

    /** What a loop over something goes through. */
    Value each(Value iterable, boolean keys, Expression expression, Frame frame, State state) {
        if (!keys) {
            return members.element(iterable, null, state);
        }
        Value all = Value.UNKNOWN.tainted(Taints.map(iterable.taints(), taint -> taint.member("*")));
        for (int id : iterable.objects()) {
            all = all.tainted(Taints.map(state.object(id).taints(), taint -> taint.member("*")));
        }
        return all;
    }

    boolean certainlyNotEmpty(Value iterable, State state) {
        return !iterable.objects().isEmpty()
                && iterable.objects().stream()
                        .map(state::object)
                        .allMatch(object -> object.exact() && !object.items().isEmpty());
    }

    /** Whether a case of this value is taken; null if nobody knows. */
    @Nullable
    Boolean matches(Value subject, Value label) {
        Set<Object> results = Constants.combine(
                subject.taints().isEmpty() ? subject.constants() : null,
                label.constants(),
                (one, other) -> Constants.operate("==", one, other));
        return results != null && results.size() == 1
                ? (Boolean) results.iterator().next()
                : null;
    }

    /** Goes on where a value is equal to another. */
    void equalTo(Expression expression, Value value, Value label, Frame frame, State state) {
        for (Fact fact : operations.equality(expression, value, null, label, frame, state)) {
            if (fact.when()) {
                state.apply(fact);
            }
        }
    }

    /** The same, knowing that it is none of these. */
    void unequalTo(Expression expression, Value value, List<Value> labels, Frame frame, State state) {
        for (Value label : labels) {
            for (Fact fact : operations.equality(expression, value, null, label, frame, state)) {
                if (!fact.when()) {
                    state.apply(fact);
                }
            }
        }
    }

    void declareClass(ClassDeclaration declaration, Frame frame, State state) {
        state.put(frame.variable(declaration.simpleName()), Value.symbol(declaration.name()));
        for (ClassDeclaration.Field field : declaration.fields()) {
            if (field.isStatic() && field.value() != null) {
                value(field.value(), field.name(), frame, state);
            }
        }
    }

    /** Holds an assignment to a variable or member against the rules on such. */
    void variable(String name, Value value, Span span, Frame frame, State state) {
        List<Rule.VariableCheck> checks = interpreter.program.rules().variableChecks(name).stream()
                .filter(check -> check.file().matches(frame.unit.path()))
                .toList();
        taken(name, value, span, frame, state);
        if (checks.isEmpty()) {
            return;
        }
        Site site = assigned(name, value, span);
        for (Rule.VariableCheck check : checks) {
            if (interpreter.matcher.holds(check.check().where(), site, state, null)) {
                interpreter.reports.check(check.check(), name, shown(value), frame, span);
            }
        }
    }

    /** Holds data that something of this name takes, a variable or who calls a function, against the rules on such. */
    void taken(String name, Value value, Span span, Frame frame, State state) {
        if (interpreter.deep.taints(value, state).isEmpty()) {
            return;
        }
        for (Rule.VariableSink sink : interpreter.program.rules().variableSinks(name)) {
            if (sink.inside().matches(inside(frame))) {
                members.sink(sink.sink(), assigned(name, value, span), frame, state);
            }
        }
    }

    private static Site assigned(String name, Value value, Span span) {
        Expression expression = new Expression.Name(name, span);
        return Site.write(
                new Callee(List.of(name), name, false),
                Site.Given.of(Value.UNKNOWN, expression),
                Site.Given.of(value, expression),
                null,
                span);
    }

    /** A name that says little says more together with those of the class and function around it. */
    private static String inside(Frame frame) {
        String around = "";
        for (Frame each = frame; each != null && around.isEmpty(); each = each.around) {
            if (each.function != null && !each.function.name().startsWith(FunctionDeclaration.LAMBDA)) {
                around = each.function.name();
            }
        }
        return (frame.owner == null ? "" : frame.owner.simpleName()) + "." + around;
    }

    void annotation(Annotation annotation, List<Rule.Check> checks, Frame frame, Span span, State state) {
        List<Site.Given> arguments = annotation.arguments().stream()
                .map(argument -> new Site.Given(
                        argument.name(), value(argument.value(), frame, state), argument.value(), argument.spread()))
                .toList();
        Callee callee = new Callee(List.of(annotation.name()), annotation.simpleName(), false);
        Site site = new Site(callee, arguments, null, null, null, "", span);
        for (Rule.Check check : checks) {
            if (interpreter.matcher.holds(check.where(), site, state, null)) {
                Span line = new Span(span.line(), span.column(), span.line(), span.column());
                interpreter.reports.check(check, annotation.name(), null, frame, line);
            }
        }
    }

    /** What a function gives back is what its name says: held against the rules on such. */
    void given(Value value, Statement.Return it, Frame frame, State state) {
        if (frame.function == null
                || Taints.generated(interpreter.deep.taints(value, state)).isEmpty()) {
            return;
        }
        String name = frame.function.name();
        Site site = assigned(name, value, it.span());
        interpreter.program.rules().functionSinks().stream()
                .filter(sink -> sink.name().matches(name) || sink.name().matches(inside(frame)))
                .forEach(sink -> members.sink(sink.sink(), site, frame, state));
    }

    /** What a function gives back that shows it to somebody. */
    void returned(Rule.Sink sink, Value value, Statement.Return it, Frame frame, State state) {
        Expression expression = it.value() == null ? new Expression.Literal(null, it.span()) : it.value();
        Callee callee = new Callee(List.of(), "return", false);
        Site site = new Site(
                callee,
                sink.where().size() < 2 ? List.of() : annotated(frame, state),
                Site.Given.of(Value.UNKNOWN, expression),
                Site.Given.of(value, expression),
                null,
                "",
                it.span());
        members.sink(sink, site, frame, state);
    }

    /** The arguments of a function's annotations and, behind them, of its class's; one without a name is called as its annotation: {@code produces}. */
    private List<Site.Given> annotated(Frame frame, State state) {
        List<Annotation> annotations = new ArrayList<>();
        if (frame.function != null) {
            annotations.addAll(frame.function.annotations());
        }
        if (frame.owner != null) {
            annotations.addAll(frame.owner.annotations());
        }
        List<Site.Given> given = new ArrayList<>();
        for (Annotation annotation : annotations) {
            for (Argument argument : annotation.arguments()) {
                String name =
                        argument.name() == null ? annotation.simpleName().toLowerCase(Locale.ROOT) : argument.name();
                List<Expression> values = argument.value() instanceof Expression.Collection all
                        ? all.entries().stream()
                                .map(Expression.Collection.Entry::value)
                                .toList()
                        : List.of(argument.value());
                for (Expression each : values) {
                    given.add(new Site.Given(name, value(each, frame, state), each, false));
                }
            }
        }
        return given;
    }

    static @Nullable String shown(Value value) {
        Object constant = value.constantOnly();
        return constant == null ? null : "'" + constant + "'";
    }
}
