package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.rule.Predicates;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads elements of lists and maps. */
final class Elements {

    /** A type of what was found under a name that somebody from outside has chosen. */
    private static final String REACHED = "%reached";

    /** The type of objects that inherit nothing. */
    private static final String BARE = "%bare";

    /** The kind of rules that ask who chooses which parts of an object are set. */
    private static final String MASS = "mass";

    /** The kind of rules that ask who can guess the numbers of a generator. */
    private static final String RANDOM = "random";

    private final Interpreter interpreter;
    private final Program program;
    private final Evaluator evaluator;
    private final Members members;
    private final Slices slices;

    Elements(Interpreter interpreter, Evaluator evaluator, Members members) {
        this.interpreter = interpreter;
        this.program = interpreter.program;
        this.evaluator = evaluator;
        this.members = members;
        this.slices = new Slices(interpreter, this);
    }

    /** {@code o[i]}. */
    Value element(Expression.Element it, Frame frame, State state) {
        Value object = evaluator.value(it.object(), frame, state);
        if (it.index() instanceof Expression.Operation part && part.operator().equals(Slices.OPERATOR)) {
            Value begin = evaluator.value(part.operands().getFirst(), frame, state);
            Value end = evaluator.value(part.operands().getLast(), frame, state);
            return slices.of(object, begin, end, it, state);
        }
        Value index = evaluator.value(it.index(), frame, state);
        Object constant = index.constantOnly();
        if (constant instanceof String name) {
            // An element by a constant name is a member, in the languages where both are the same and in the others too
            Value member = members.read(object, name, it.object(), it.span(), frame, state);
            return member.symbol() == null
                    ? member
                    : member.tainted(element(object, constant, state).taints());
        }
        if (object.constantOnly() instanceof String text && constant instanceof Long at) {
            Object letter = Constants.method("charAt", text, List.of(at));
            return letter == null ? element(object, constant, state) : Value.constant(letter);
        }
        return constant == null ? chosen(object, index, it.index(), state) : element(object, constant, state);
    }

    /** An element that data or something unknown chooses: who finds one in a table that somebody wrote down has asked for one of its keys. */
    private Value chosen(Value object, Value index, Expression written, State state) {
        Value value = index.constants() == null || !index.taints().isEmpty()
                ? element(object, null, "*" + Matcher.lastName(written), state)
                : index.constants().stream()
                        .map(each -> element(object, each, state))
                        .reduce(Value.NONE, Value::join);
        boolean table = !object.objects().isEmpty()
                && object.objects().stream()
                        .map(state::object)
                        .allMatch(of -> of.kind() == HeapObject.Kind.MAP
                                && of.rest().none()
                                && !of.entries().isEmpty());
        if (table && value.constants() != null) {
            value = value.withConstants(Value.union(value.constants(), Set.of(Predicates.NULL)));
        }
        if (table) {
            value = value.withFacts(Guards.membership(index, object, interpreter, state));
        }
        if (!index.taints().isEmpty() && index.taints().stream().noneMatch(taint -> taint.harms(MASS))) {
            // Who has chosen the name of a part has chosen what is assigned
            value = value.mapTaints(taint -> taint.clear(Set.of(MASS)));
        }
        boolean bare = interpreter.deep.types(object, state).contains(BARE);
        if (bare) {
            value = value.withTypes(Value.union(value.types(), Set.of(BARE)));
        } else if (program.rules().isType(REACHED)
                && index.taints().stream().anyMatch(taint -> taint.harms("prototype"))) {
            value = value.withTypes(Value.union(value.types(), Set.of(REACHED)));
        }
        // Which letter it is can be guessed if its place can
        List<Taint> places = Taints.generated(index.taints()).stream()
                .filter(taint -> taint.harms(RANDOM))
                .toList();
        return value.tainted(places);
    }

    /** An element of a value, or any of them if {@code key} is null. */
    Value element(Value object, @Nullable Object key, State state) {
        return element(object, key, key == null ? "*" : String.valueOf(key), state);
    }

    private static Value element(Value object, @Nullable Object key, String part, State state) {
        Value found = Value.UNKNOWN.tainted(Taints.map(object.taints(), taint -> taint.member(part)));
        Value known = Value.NONE;
        for (int id : object.objects()) {
            HeapObject of = state.object(id);
            // What was given an entry after the rest of it came has that
            if (key == null || !of.entries().containsKey(key)) {
                found = found.tainted(Taints.map(of.taints(), taint -> taint.member(part)));
            }
            known = known.join(key == null ? of.element() : element(of, key));
        }
        List<Taint> taints = state.recall(found.taints());
        return known.none() ? found.withTaints(taints) : known.tainted(taints);
    }

    private static Value element(HeapObject of, Object key) {
        if (of.kind() == HeapObject.Kind.LIST && of.exact() && key instanceof Long index) {
            int at = (int) (index < 0 ? index + of.items().size() : index);
            return at >= 0 && at < of.items().size() ? of.items().get(at) : Value.UNKNOWN;
        }
        if (of.kind() == HeapObject.Kind.LIST) {
            return of.element();
        }
        Value entry = of.entries().get(key);
        return entry == null ? of.rest() : entry.join(of.rest());
    }

    /** A list of what is behind the first elements. */
    Value rest(Value object, int from, State state) {
        HeapObject list = HeapObject.list(program.rules().literal("list"), List.of());
        boolean exact = !object.objects().isEmpty();
        Value all = Value.NONE;
        for (int id : object.objects()) {
            HeapObject of = state.object(id);
            exact &= of.kind() == HeapObject.Kind.LIST
                    && of.exact()
                    && object.objects().size() == 1;
            list = exact
                    ? HeapObject.list(
                            list.type(),
                            of.items()
                                    .subList(
                                            Math.min(from, of.items().size()),
                                            of.items().size()))
                    : list;
            all = all.join(of.element());
        }
        HeapObject result = exact ? list : list.inexact(all);
        return Value.object(interpreter.newObject(state, result)).tainted(object.taints());
    }
}
