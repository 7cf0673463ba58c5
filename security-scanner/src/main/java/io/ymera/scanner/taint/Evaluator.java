package io.ymera.scanner.taint;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Predicates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions; changes the state as they do. */
final class Evaluator {

    /** As long as the name of an attribute and what is around it. */
    private static final int END = 24;

    private static final int MOST_PREFIX = 512;

    /** The mark of what a generator made for secrets gives: of whatever it is a part, that cannot be guessed either. */
    static final String UNGUESSABLE = "unguessable";

    private final Interpreter interpreter;
    private final Modules modules;
    private final Operations operations;
    private final Members members;
    private final Elements elements;
    private final Assignments assignments;
    private final Collected collections;
    private final Calls calls;
    final Decorators decorators;

    /** The name of what takes the value that is being evaluated. */
    private String taker = "";

    Evaluator(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
        this.operations = new Operations(interpreter, this);
        this.members = new Members(interpreter, this, modules);
        this.elements = new Elements(interpreter, this, members);
        Writes writes = new Writes(interpreter, this, members);
        this.assignments = new Assignments(interpreter, this, members, elements, writes);
        this.collections = new Collected(interpreter, this, elements);
        this.calls = new Calls(interpreter, this, members, elements, writes, modules);
        this.decorators = new Decorators(this, modules, calls);
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
    <T> T within(String name, Supplier<T> work) {
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
            case Expression.Element it -> elements.element(it, frame, state);
            case Expression.Call it -> calls.call(it, taken(), frame, state);
            case Expression.New it -> calls.create(it, taken(), frame, state);
            case Expression.Operation it -> operations.value(it, frame, state);
            case Expression.Conditional it -> conditional(it, frame, state);
            case Expression.Text it -> text(it, frame, state);
            case Expression.Collection it -> collections.collection(it, frame, state);
            case Expression.Comprehension it -> collections.comprehension(it, frame, state);
            case Expression.Function it -> function(it, frame);
            case Expression.Assignment it -> assignment(it, frame, state);
            case Expression.Unknown it -> any(it.parts(), frame, state);
        };
    }

    /** Whose value this call's is; what its arguments are worth, nobody takes. */
    String taken() {
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
            interpreter.detection.assigned(name, second, span, frame, state);
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
        Set<String> kinds = interpreter.program.rules().clearedByText();
        if (!kinds.isEmpty()) {
            taints = Taints.map(taints, taint -> taint.clear(kinds));
        }
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

    /** A member of a value that nobody has written down. */
    Value member(Value object, String name, Span span, Frame frame, State state) {
        return members.read(object, name, new Expression.Name("", span), span, frame, state);
    }

    /** How a text ends, as far as it counts. */
    private static String end(Value text) {
        return text.constantOnly() instanceof String known && !known.isEmpty()
                ? known.substring(Math.max(0, known.length() - END))
                : "";
    }

    /** The same with one more step on the way of its data. */
    Value stepped(Value value, Span span, String note, Frame frame) {
        return value.mapTaints(taint -> taint.at(taint.trace().then(span.in(frame.unit.path()), note)));
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
        assignments.assign(target, value, frame, state);
    }

    /** Makes new variables of this function. */
    void declare(Expression target, Value value, Frame frame, State state) {
        assignments.declare(target, value, frame, state);
    }

    /** What a loop over something goes through. */
    Value each(Value iterable, boolean keys, Expression expression, Frame frame, State state) {
        if (!keys) {
            return members.each(iterable, elements.element(iterable, null, state), expression, frame, state);
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
}
